package dealscope.web;

import static dealscope.deal.Cited.COMPANY;
import static dealscope.deal.Cited.FILING;
import static dealscope.deal.Cited.NOBODY;
import static dealscope.deal.Cited.OUTLET;
import static dealscope.deal.Cited.PEOPLE;
import static dealscope.deal.DealType.ACQUISITION;
import static dealscope.deal.DealType.CHIPS;
import static dealscope.deal.DealType.COMPUTE;
import static dealscope.deal.DealType.DATACENTER;
import static dealscope.deal.DealType.DEBT;
import static dealscope.deal.DealType.ENERGY;
import static dealscope.deal.DealType.INVESTMENT;
import static dealscope.deal.DealType.PARTNERSHIP;
import static dealscope.deal.Status.ANNOUNCED;
import static dealscope.deal.Status.CANCELLED;
import static dealscope.deal.Status.CLOSED;
import static dealscope.deal.Status.REPORTED;
import static dealscope.deal.Status.TALKS;

import dealscope.article.Completeness;
import dealscope.deal.Qualifier;
import java.util.ArrayList;
import java.util.List;

/** The stories that the tests of the site read: fourteen deals told by two dozen articles of made-up outlets. */
final class Newsroom {
    private final List<Story> stories = new ArrayList<>();

    private Newsroom() {}

    static List<Story> stories() {
        Newsroom room = new Newsroom();
        room.disputedPrice();
        room.rumourThatCameTrue();
        room.cancelled();
        room.quarter();
        room.older();
        room.hostile();
        return room.stories;
    }

    /** So many stories, each of a deal of its own, a day apart. */
    static List<Story> many(int deals) {
        Newsroom room = new Newsroom();
        for (int i = 0; i < deals; i++) {
            String payer = "Payer " + letters(i);
            String payee = "Payee " + letters(i);
            String published = java.time.LocalDate.of(2025, 1, 1).plusDays(i) + "T09:00:00Z";
            room.story(
                            "many-" + i,
                            "Sample Wire",
                            published,
                            payer + " rents from " + payee,
                            payer + " has agreed to pay " + payee + " $" + (100 + i) + " million.")
                    .tells(COMPUTE, ANNOUNCED, payer, payee)
                    .says(COMPANY, null, "has agreed")
                    .exactly((100 + i) * 1e6, COMPANY, "$" + (100 + i) + " million");
        }
        return room.stories;
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 676) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    /** Earlier versions of some stories, as their publishers had them at first. */
    static List<Story> former() {
        Newsroom room = new Newsroom();
        room.story(
                        "oracle-openai",
                        "Sample Cloud Blog",
                        "2026-10-14T13:00:00Z",
                        "OpenAI signs for 4 GW with Oracle",
                        """
                        OpenAI has signed a contract for 4.5 gigawatts of capacity with Oracle. It pays $250 billion over five years, the companies said.
                        Oracle did not say where the halls will stand.
                        """)
                .tells(COMPUTE, ANNOUNCED, "OpenAI", "Oracle")
                .says(COMPANY, null, "has signed")
                .exactly(250e9, COMPANY, "$250 billion")
                .power(4500, "4.5 gigawatts");
        room.story(
                "hostile",
                "Sample <script>alert(1)</script> Wire",
                "2025-01-02T10:00:00Z",
                "<script>alert(5)</script> & co",
                "<del>Nothing</del> but </ins><svg onload=alert(6)> was here.");
        return room.stories;
    }

    private Story story(String id, String publisher, String published, String title, String text) {
        Story story = new Story(id, publisher, published, title, text);
        stories.add(story);
        return story;
    }

    private void disputedPrice() {
        story(
                        "anthropic-rents-colossus",
                        "Sample Wire",
                        "2026-10-06T07:30:00Z",
                        "Anthropic to rent all of Colossus 1 from SpaceX",
                        """
                        Anthropic will rent the whole of the Colossus 1 data centre from SpaceX, the companies said on Tuesday.
                        The contract is worth about $45 billion over three years, according to two people familiar with it. The site in Memphis holds more than 220,000 NVIDIA GB200 processors and draws 300 megawatts.
                        Amazon has put $4 billion into Anthropic since 2023. A spokesman for SpaceX declined to say more.
                        """)
                .tells(COMPUTE, ANNOUNCED, "Anthropic", "SpaceX")
                .says(COMPANY, null, "the companies said")
                .about(45e9, PEOPLE, null, "about $45 billion")
                .hardware("NVIDIA GB200", 220_000L, "220,000 NVIDIA GB200")
                .power(300, "300 megawatts")
                .years(3, "three years")
                .site("Memphis");
        stories.get(0)
                .tells(INVESTMENT, CLOSED, "Amazon", "Anthropic")
                .inPassing()
                .exactly(4e9, NOBODY, "$4 billion");
        story(
                        "spacex-filing",
                        "Sample Filings",
                        "2026-10-07T21:10:00Z",
                        "SpaceX discloses capacity contract with Anthropic",
                        """
                        In a filing on Wednesday SpaceX put the fees under its capacity contract with Anthropic at $1.25 billion a month through May 2029.
                        Either side may end the contract with ninety days of notice. SpaceX books the fees as they are earned.
                        """)
                .tells(COMPUTE, ANNOUNCED, "Anthropic", "SpaceX")
                .says(FILING, null, "filing")
                .value(Qualifier.EXACT, 1.25e9, 1.25e9, "month", FILING, "Form S-1", "$1.25 billion a month");
        story(
                        "colossus-undisclosed",
                        "Sample DC Journal",
                        "2026-10-06T12:00:00Z",
                        "A whole data centre changes hands, and nobody says for how much",
                        """
                        SpaceX has found a tenant for Colossus 1: Anthropic takes all of it. Terms of the deal were not disclosed.
                        The hall holds 200,000 NVIDIA GB200 processors, the operator said last year.
                        """)
                .tells(COMPUTE, ANNOUNCED, "Anthropic", "SpaceX")
                .says(NOBODY, null, "has found a tenant")
                .undisclosed("not disclosed")
                .hardware("NVIDIA GB200", 200_000L, "200,000 NVIDIA GB200");
        story(
                        "colossus-talks",
                        "Sample Market Desk",
                        "2026-09-21T16:45:00Z",
                        "Anthropic in talks to rent SpaceX computers, sources say",
                        """
                        Anthropic is in talks to rent computing capacity from SpaceX, people with knowledge of the matter said. A contract could be worth as much as $50 billion.
                        """)
                .only(Completeness.PARTIAL, "the page answered 403")
                .tells(COMPUTE, TALKS, "Anthropic", "SpaceX")
                .says(PEOPLE, null, "is in talks")
                .value(Qualifier.AT_MOST, 50e9, 50e9, null, PEOPLE, null, "as much as $50 billion");
        story(
                        "colossus-copy",
                        "Sample Copy Daily",
                        "2026-10-06T09:00:00Z",
                        "Anthropic to rent all of Colossus 1 from SpaceX",
                        """
                        Anthropic will rent the whole of the Colossus 1 data centre from SpaceX, the companies said on Tuesday.
                        The contract is worth about $45 billion over three years, according to two people familiar with it. The site in Memphis holds more than 220,000 NVIDIA GB200 processors and draws 300 megawatts.
                        Amazon has put $4 billion into Anthropic since 2023. A spokesman for SpaceX declined to say more.
                        """)
                .tells(COMPUTE, ANNOUNCED, "Anthropic", "SpaceX")
                .about(45e9, PEOPLE, null, "about $45 billion");
    }

    private void rumourThatCameTrue() {
        story(
                        "oracle-openai-rumour",
                        "Sample Market Desk",
                        "2026-07-02T10:00:00Z",
                        "OpenAI said to near a huge contract with Oracle",
                        "OpenAI is close to a contract with Oracle for 4.5 gigawatts of capacity, the Sample Ledger reported.")
                .tells(COMPUTE, REPORTED, "OpenAI", "Oracle")
                .says(OUTLET, "the Sample Ledger", "reported")
                .power(4500, "4.5 gigawatts");
        story("oracle-openai", "Sample Cloud Blog", "2026-10-14T13:00:00Z", "OpenAI signs for 4.5 GW with Oracle", """
                        OpenAI has signed a contract for 4.5 gigawatts of capacity with Oracle. It pays $300 billion over about five years, the companies said.
                        """)
                .tells(COMPUTE, ANNOUNCED, "OpenAI", "Oracle")
                .says(COMPANY, null, "has signed")
                .exactly(300e9, COMPANY, "$300 billion")
                .power(4500, "4.5 gigawatts")
                .years(5, "five years");
        story(
                        "oracle-openai-wire",
                        "Sample Wire",
                        "2026-10-14T15:20:00Z",
                        "Oracle shares jump on OpenAI contract",
                        "Oracle said its contract with OpenAI is worth $300 billion. Shares rose by a tenth.")
                .tells(COMPUTE, ANNOUNCED, "OpenAI", "Oracle")
                .exactly(300e9, COMPANY, "$300 billion");
    }

    private void cancelled() {
        story(
                        "coreweave-core-scientific",
                        "Sample Wire",
                        "2025-07-07T11:00:00Z",
                        "CoreWeave to buy Core Scientific in shares",
                        "CoreWeave agreed to buy Core Scientific for about $9 billion in shares. The miner runs 1.3 gigawatts of contracted power.")
                .tells(ACQUISITION, ANNOUNCED, "CoreWeave", "Core Scientific")
                .says(COMPANY, null, "agreed to buy")
                .about(9e9, COMPANY, null, "about $9 billion")
                .power(1300, "1.3 gigawatts");
        story(
                        "core-scientific-votes",
                        "Sample Filings",
                        "2025-10-30T20:00:00Z",
                        "Core Scientific holders vote the merger down",
                        "Shareholders of Core Scientific voted down the sale to CoreWeave. The agreement was terminated the same day.")
                .tells(ACQUISITION, CANCELLED, "CoreWeave", "Core Scientific")
                .says(FILING, null, "was terminated");
    }

    private void quarter() {
        story(
                        "nscale-microsoft",
                        "Sample Cloud Blog",
                        "2026-10-15T08:00:00Z",
                        "Microsoft books 200,000 processors at Nscale",
                        "Microsoft has contracted about 200,000 NVIDIA GB300 processors from Nscale. People close to it put the contract at up to $24 billion.")
                .tells(COMPUTE, ANNOUNCED, "Microsoft", "Nscale")
                .says(COMPANY, null, "has contracted")
                .hardware("NVIDIA GB300", 200_000L, "200,000 NVIDIA GB300")
                .value(Qualifier.AT_MOST, 24e9, 24e9, null, PEOPLE, null, "up to $24 billion");
        story(
                        "nebius-microsoft",
                        "Sample DC Journal",
                        "2026-10-08T08:00:00Z",
                        "Nebius to supply Microsoft from Vineland",
                        "Nebius will deliver capacity to Microsoft from its new hall in Vineland. The contract runs to 2031 and is worth $17.4 billion to $19.4 billion.")
                .tells(COMPUTE, ANNOUNCED, "Microsoft", "Nebius")
                .value(Qualifier.RANGE, 17.4e9, 19.4e9, null, COMPANY, null, "$17.4 billion to $19.4 billion")
                .site("Vineland");
        story(
                        "amd-openai",
                        "Sample Wire",
                        "2026-10-06T12:30:00Z",
                        "OpenAI and AMD agree on six gigawatts of chips",
                        "OpenAI will buy 6 gigawatts of AMD processors over several years. No price was given.")
                .tells(CHIPS, ANNOUNCED, "OpenAI", "AMD")
                .power(6000, "6 gigawatts")
                .undisclosed("No price was given");
        story(
                        "blue-owl-meta",
                        "Sample Market Desk",
                        "2026-10-21T18:00:00Z",
                        "Blue Owl lends for Hyperion",
                        "Blue Owl and partners lend $27 billion for Meta's Hyperion campus in Louisiana, the largest private credit deal so far.")
                .tells(DEBT, CLOSED, "Blue Owl", "Meta")
                .exactly(27e9, COMPANY, "$27 billion")
                .site("Louisiana");
        story(
                        "aligned-aip",
                        "Sample Wire",
                        "2026-10-15T11:00:00Z",
                        "Consortium buys Aligned Data Centers",
                        "A group of BlackRock, MGX and NVIDIA buys Aligned Data Centers for $40 billion. Aligned runs more than 5 gigawatts.")
                .tells(ACQUISITION, ANNOUNCED, "BlackRock+MGX+NVIDIA", "Aligned Data Centers")
                .exactly(40e9, COMPANY, "$40 billion")
                .power(5000, "5 gigawatts");
        story(
                        "google-nextera",
                        "Sample Power Report",
                        "2026-10-27T09:00:00Z",
                        "Google brings back Duane Arnold",
                        "Google will buy the power of the Duane Arnold reactor from NextEra for 25 years. The plant makes 615 megawatts.")
                .tells(ENERGY, ANNOUNCED, "Google", "NextEra")
                .power(615, "615 megawatts")
                .years(25, "25 years")
                .site("Duane Arnold");
        story(
                        "nokia-nvidia",
                        "Sample Wire",
                        "2026-10-28T16:00:00Z",
                        "NVIDIA takes a billion-dollar stake in Nokia",
                        "NVIDIA invests $1 billion in Nokia at $6.01 a share.")
                .tells(INVESTMENT, ANNOUNCED, "NVIDIA", "Nokia")
                .exactly(1e9, COMPANY, "$1 billion");
        story(
                        "nokia-again",
                        "Sample Copy Daily",
                        "2026-10-28T19:00:00Z",
                        "Nokia rises on chipmaker's money",
                        "NVIDIA puts $1 billion into Nokia, which will build radio gear on its chips.")
                .tells(INVESTMENT, ANNOUNCED, "NVIDIA", "Nokia")
                .exactly(1e9, NOBODY, "$1 billion");
        story(
                        "vantage-frontier",
                        "Sample DC Journal",
                        "2026-11-12T09:00:00Z",
                        "Vantage starts work on Frontier in Texas",
                        "Vantage begins to build Frontier, a campus in Shackelford County with 1.4 gigawatts, for OpenAI. It costs more than $25 billion.")
                .tells(DATACENTER, REPORTED, "OpenAI", "Vantage")
                .value(Qualifier.AT_LEAST, 25e9, 25e9, null, NOBODY, null, "more than $25 billion")
                .power(1400, "1.4 gigawatts")
                .site("Shackelford County");
    }

    private void older() {
        story(
                        "constellation-microsoft",
                        "Sample Power Report",
                        "2024-09-20T10:00:00Z",
                        "Three Mile Island to run again for Microsoft",
                        "Microsoft buys the output of a restarted reactor from Constellation for 20 years. It gives 835 megawatts.")
                .tells(ENERGY, ANNOUNCED, "Microsoft", "Constellation")
                .power(835, "835 megawatts")
                .years(20, "20 years");
        story(
                        "cohere-amd",
                        "Sample Cloud Blog",
                        "2025-09-24T10:00:00Z",
                        "Cohere and AMD work together",
                        "Cohere and AMD widen their partnership: models of Cohere run on processors of AMD.")
                .tells(PARTNERSHIP, ANNOUNCED, "Cohere+AMD", "")
                .says(COMPANY, null, "widen their partnership");
        story(
                "no-deal",
                "Sample Cloud Blog",
                "2026-11-02T10:00:00Z",
                "What a token costs",
                "A look at prices of tokens over the year, with no deal in it at all.");
    }

    /** Names and titles as an attacker would write them. */
    private void hostile() {
        story(
                        "hostile",
                        "Sample <script>alert(1)</script> Wire",
                        "2025-01-02T10:00:00Z",
                        "<img src=x onerror=alert(1)> \"><svg onload=alert(2)> & co",
                        "<b>Bold</b> Corp \"quoted\" pays $1 million to </script><script>alert(3)</script> Ltd.\n"
                                + "=cmd|' /C calc'!A0 is not a formula, and javascript:alert(4) not a link.")
                .tells(COMPUTE, REPORTED, "<b>Bold</b> Corp \"quoted\"", "</script><script>alert(3)</script> Ltd")
                .exactly(1e6, NOBODY, "$1 million")
                .site("=cmd|' /C calc'!A0");
    }
}
