package kontor.testkit.tidy;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names on the wire are promises; all of them stand in the AsyncAPI document. */
final class TopicRules {

    private static final String DOCUMENT = "infra/contracts/src/main/resources/asyncapi.yaml";

    private static final Pattern IN_CODE = Pattern.compile("\"(kontor\\.[a-z]+\\.[a-z-]+\\.v\\d+)(?:-dlt)?\"");
    private static final Pattern IN_DOCUMENT = Pattern.compile("(?:address|name): *(kontor\\.[a-z.0-9-]+)");

    static final TidyRule DECLARED =
            new TidyRule("every topic and event type in code is declared", TopicRules::undeclared);

    private TopicRules() {}

    private static Stream<String> undeclared(Checkout checkout) {
        Set<String> declared = checkout.file(DOCUMENT).stream()
                .flatMap(document -> IN_DOCUMENT.matcher(document.text()).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        return checkout.java()
                .filter(TextFile::isMain)
                .flatMap(file -> names(file)
                        .filter(name -> !declared.contains(name))
                        .map(name ->
                                "%s speaks of %s, which %s does not declare".formatted(file.path(), name, DOCUMENT)));
    }

    private static Stream<String> names(TextFile file) {
        return IN_CODE.matcher(file.text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct();
    }
}
