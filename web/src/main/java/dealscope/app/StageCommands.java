package dealscope.app;

import dealscope.extract.ExtractStage;
import dealscope.extract.Extractor;
import dealscope.fact.Companies;
import dealscope.feed.FeedReader;
import dealscope.feed.FeedStage;
import dealscope.feed.UrlStage;
import dealscope.fetch.RobotsStage;
import dealscope.ledger.ResolveStage;
import dealscope.ledger.Resolver;
import dealscope.nlp.AnalyzeStage;
import dealscope.nlp.Analyzer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;

/** Every stage alone, over NDJSON on standard input and output, so that people can pipe, test and measure it. */
final class StageCommands {
    private StageCommands() {}

    private static int run(UnaryOperator<String> stage) throws IOException {
        return StageRunner.run(stage, System.in, System.out, System.err);
    }

    @Command(
            name = "feed",
            description =
                    "Stage: reads feeds. In {id,contentType,bytesBase64,url?,contentLocation?}, out {id,feed,entries,error}.",
            mixinStandardHelpOptions = true)
    static final class FeedLine implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            return run(new FeedStage(new FeedReader(InstantSource.system())));
        }
    }

    @Command(
            name = "robots",
            description = "Stage: asks a robots.txt. In {id,robotsBase64,agent,url}, out {id,allowed}.",
            mixinStandardHelpOptions = true)
    static final class RobotsLine implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            return run(new RobotsStage());
        }
    }

    @Command(
            name = "url",
            description = "Stage: the identity of a page. In {id,url}, out {id,key}.",
            mixinStandardHelpOptions = true)
    static final class UrlLine implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            return run(new UrlStage());
        }
    }

    @Command(
            name = "extract",
            description =
                    "Stage: from a page to its article. In {id,url,html}, out {id,text,title,author,published,canonical,language}.",
            mixinStandardHelpOptions = true)
    static final class ExtractLine implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            return run(new ExtractStage(new Extractor(InstantSource.system())));
        }
    }

    @Command(
            name = "analyze",
            description = "Stage: what is in an article. In {id,title?,text,published?,publisher?},"
                    + " out {id,companies,money,hardware,power_mw,deals,mentions}.",
            mixinStandardHelpOptions = true)
    static final class AnalyzeLine implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            return run(new AnalyzeStage(Analyzer.load()));
        }
    }

    @Command(
            name = "resolve",
            description = "Stage: the deals of a whole batch of articles. In as for analyze,"
                    + " out {id,type,payer,payee,value_usd,status,articles,mentioned_in,independent,conflicts};"
                    + " articles are about the deal, those of mentioned_in tell it in passing.",
            mixinStandardHelpOptions = true)
    static final class ResolveLines implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            return ResolveRunner.run(
                    Analyzer.load(), new ResolveStage(new Resolver(Companies.load()::root)), System.in, System.out);
        }
    }
}
