package dealscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan of the house: crawler ← nlp ← index ← web, no circles, and each engine in its own room. */
class HouseTest {
    private static final List<String> CRAWLER = List.of(
            "dealscope.article..",
            "dealscope.crawler..",
            "dealscope.fetch..",
            "dealscope.feed..",
            "dealscope.source..",
            "dealscope.extract..");
    private static final List<String> NLP = List.of(
            "dealscope.deal..", "dealscope.fact..", "dealscope.nlp..", "dealscope.quality..", "dealscope.train..");
    private static final List<String> INDEX = List.of(
            "dealscope.story..",
            "dealscope.alert..",
            "dealscope.watch..",
            "dealscope.ledger..",
            "dealscope.index..",
            "dealscope.store..",
            "dealscope.schedule..");
    private static final List<String> WEB = List.of("dealscope.web..", "dealscope.sample..", "dealscope.app..");

    /** An engine's packages and the packages of ours that may know them. */
    private static final Map<String, List<String>> ENGINES = Map.ofEntries(
            Map.entry("okhttp3..", List.of("dealscope.fetch..")),
            Map.entry("org.jsoup..", CRAWLER),
            Map.entry("com.rometools..", List.of("dealscope.feed..")),
            Map.entry("crawlercommons..", CRAWLER),
            Map.entry("opennlp..", List.of("dealscope.nlp..")),
            Map.entry("org.apache.lucene..", List.of("dealscope.index..")),
            Map.entry("org.jgrapht..", List.of("dealscope.ledger..")),
            Map.entry("org.jdbi..", List.of("dealscope.store..")),
            Map.entry("java.sql..", List.of("dealscope.store..")),
            Map.entry("com.github.kagkarlsson..", List.of("dealscope.schedule..")),
            Map.entry("io.javalin..", WEB),
            Map.entry("com.aayushatharva.brotli4j..", List.of("dealscope.web.http..")),
            Map.entry("io.modelcontextprotocol..", List.of("dealscope.web.mcp..")),
            Map.entry("jakarta.mail..", List.of("dealscope.web.alert..")),
            Map.entry("org.eclipse.angus..", List.of("dealscope.web.alert..")),
            Map.entry("com.github.difflib..", List.of("dealscope.web.view..")));

    private static JavaClasses house;

    @BeforeAll
    static void open() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dealscope");
        assertTrue(house.size() > 100, "only " + house.size() + " classes were found");
    }

    @Test
    void everyPackageBelongsToOneModule() {
        String[] known =
                Stream.of(CRAWLER, NLP, INDEX, WEB).flatMap(List::stream).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(house);
    }

    @Test
    void eachModuleKnowsOnlyTheModulesBeforeIt() {
        no(CRAWLER, Stream.of(NLP, INDEX, WEB));
        no(NLP, Stream.of(INDEX, WEB));
        no(INDEX, Stream.of(WEB));
    }

    private static void no(List<String> lower, Stream<List<String>> higher) {
        noClasses()
                .that()
                .resideInAnyPackage(lower.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(higher.flatMap(List::stream).toArray(String[]::new))
                .check(house);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("dealscope.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void recordsThatTravelKnowNothingButEachOther() {
        classes()
                .that()
                .resideInAPackage("dealscope.article..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dealscope.article..", "java..", "org.jspecify..")
                .check(house);
        classes()
                .that()
                .resideInAPackage("dealscope.deal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dealscope.article..", "dealscope.deal..", "java..", "org.jspecify..")
                .check(house);
    }

    @Test
    void eachEngineStaysInItsRoom() {
        ENGINES.forEach((engine, rooms) -> noClasses()
                .that()
                .resideOutsideOfPackages(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(engine)
                .check(house));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = house.stream()
                .map(JavaClass::getPackage)
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unmarked);
    }
}
