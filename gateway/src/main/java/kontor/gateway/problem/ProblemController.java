package kontor.gateway.problem;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** The pages that the {@code type} of a problem points to: HTML for readers, JSON for programs. */
@RestController
class ProblemController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/kontor.css">
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private final Problems problems;

    ProblemController(Problems problems) {
        this.problems = problems;
    }

    @GetMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
    Collection<ProblemEntry> list() {
        return problems.all();
    }

    @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
    String listPage() {
        String rows = problems.all().stream()
                .map(entry -> "<tr><td>%d</td><td><a href=\"/problems/%s\">%s</a></td><td>%s</td></tr>"
                        .formatted(entry.status(), entry.code(), entry.code(), HtmlUtils.htmlEscape(entry.title())))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted("Problems", "<h1>Problems</h1>\n<table>\n" + rows + "\n</table>");
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ProblemEntry> one(@PathVariable String code) {
        return entry(code);
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<String> onePage(@PathVariable String code) {
        return entry(code).map(ProblemController::page);
    }

    private Mono<ProblemEntry> entry(String code) {
        return Mono.justOrEmpty(problems.find(code)).switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private static String page(ProblemEntry entry) {
        String title = HtmlUtils.htmlEscape(entry.title());
        String body = """
                <h1>%s</h1>
                <p><code>%s</code>, status %d</p>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                <h2>Who may try again</h2>
                <p>%s</p>
                <p><a href="/problems">All problems</a></p>""".formatted(
                        title,
                        entry.code(),
                        entry.status(),
                        HtmlUtils.htmlEscape(entry.meaning()),
                        HtmlUtils.htmlEscape(entry.remedy()),
                        HtmlUtils.htmlEscape(entry.retry()));
        return PAGE.formatted(title, body);
    }
}
