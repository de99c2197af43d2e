package kontor.manifests.observability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each alert has a page by which somebody who was asleep a minute ago can mend what it tells of. */
final class RunbookRules {

    private static final List<String> SECTIONS = List.of(
            "## What it means",
            "## What customers notice",
            "## How to look",
            "## How to mend",
            "## When it ends by itself");

    /** The table of all pages. */
    private static final String CONTENTS = "README";

    /** A command of the project, in a line of code or in a sentence. */
    private static final Pattern COMMAND = Pattern.compile("(?:^|[`( ])infra/([a-z]+)(?=[\\s`])", Pattern.MULTILINE);

    static final WatchRule WRITTEN = new WatchRule("every alert has a page, and every page an alert", watch -> {
        Set<String> alerts = watch.alerts().map(Alert::name).collect(Collectors.toSet());
        Stream<String> missing = alerts.stream()
                .filter(alert -> !Files.exists(watch.runbook(alert)))
                .map(alert -> alert + " has no page");
        Stream<String> idle = watch.runbooks()
                .map(RunbookRules::name)
                .filter(page -> !page.equals(CONTENTS) && !alerts.contains(page))
                .map(page -> "no alert leads to the page " + page);
        return Stream.of(missing, idle, unlisted(watch, alerts)).flatMap(each -> each);
    });

    static final WatchRule COMPLETE = new WatchRule(
            "a page says what it is, who notices, how to look, how to mend and when it ends",
            watch -> pages(watch)
                    .flatMap(page -> Stream.concat(
                            Watch.text(page).startsWith("# %s\n".formatted(name(page)))
                                    ? Stream.empty()
                                    : Stream.of("the page %s bears another name".formatted(name(page))),
                            SECTIONS.stream()
                                    .filter(section -> !isFilled(Watch.text(page), section))
                                    .map(section ->
                                            "the page %s has nothing under '%s'".formatted(name(page), section)))));

    static final WatchRule POSSIBLE = new WatchRule(
            "a page names only commands that are there",
            watch -> watch.runbooks()
                    .flatMap(page -> COMMAND.matcher(Watch.text(page))
                            .results()
                            .map(match -> match.group(1))
                            .filter(command -> !Files.exists(watch.checkout().resolve("infra/" + command)))
                            .map(command ->
                                    "the page %s names infra/%s, which is not there".formatted(name(page), command))));

    private RunbookRules() {}

    private static Stream<Path> pages(Watch watch) {
        return watch.runbooks().filter(page -> !name(page).equals(CONTENTS));
    }

    private static Stream<String> unlisted(Watch watch, Set<String> alerts) {
        String contents = Watch.text(watch.runbook(CONTENTS));
        return watch.alerts()
                .filter(alert -> alerts.contains(alert.name()))
                .filter(alert -> !contents.contains("| [%s](%s.md) | %s |"
                        .formatted(alert.name(), alert.name(), alert.labels().getOrDefault("severity", ""))))
                .map(alert -> "the table of pages has no %s with its severity".formatted(alert.name()));
    }

    private static boolean isFilled(String page, String section) {
        return page.lines()
                .dropWhile(line -> !line.equals(section))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .anyMatch(line -> !line.isBlank());
    }

    private static String name(Path page) {
        return page.getFileName().toString().replace(".md", "");
    }
}
