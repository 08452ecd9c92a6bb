package dealscope.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.source.Opml.Outline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {
    @Test
    void whatIsWrittenIsReadBack() {
        List<Outline> feeds = List.of(
                new Outline("Wire \"A\" & <b>", "https://a.example/feed?x=1&y=2", "Press / Wires", true, null),
                new Outline("B", "http://b.example/", "Press / Wires", false, "its terms object to robots"),
                new Outline("C", "http://c.example/", null, true, null));
        assertEquals(feeds, Opml.read(new String(Opml.write("My \"list\"", feeds), StandardCharsets.UTF_8)));
    }

    @Test
    void nestedFoldersDuplicatesAndOtherCaseAreUnderstood() {
        String xml = """
                <OPML><body><outline TITLE='Chips'><outline text="Labs">
                <outline xmlurl="http://x.example/1" Title="One"/>
                <outline xmlUrl="http://x.example/1" text="Twice"/></outline>
                <outline xmlUrl="javascript:alert(1)" text="No"/><outline text="No feed" htmlUrl="http://x.example"/>
                </outline></body></OPML>""";
        assertEquals(List.of(new Outline("One", "http://x.example/1", "Chips / Labs", true, null)), Opml.read(xml));
    }

    @Test
    void brokenXmlGivesTheFeedsBeforeTheBreak() {
        String xml = "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><body>"
                + "<outline text='&x;' xmlUrl='http://x.example/1'/><outline text='cut";
        assertEquals("http://x.example/1", Opml.read(xml).get(0).url());
        assertEquals(List.of(), Opml.read("not XML at all \u0000"));
    }

    @Test
    void hundredThousandNestedOutlinesDoNoHarm() {
        String deep = "<outline text='f'>".repeat(100_000) + "<outline xmlUrl='http://x.example/1'/>";
        assertTrue(Opml.read("<opml><body><outline xmlUrl='http://x.example/0'/>" + deep)
                        .size()
                >= 1);
        String wide = "<outline xmlUrl='http://x.example/%d'/>";
        StringBuilder many = new StringBuilder("<opml><body>");
        for (int i = 0; i < 100_001; i++) {
            many.append(wide.formatted(i));
        }
        assertEquals(100_000, Opml.read(many.toString()).size());
    }
}
