package kontor.testkit.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service answers for each operation to each kind of caller about an own, a foreign and an absent object: file
 * {@code authorisation.csv} of its tests. A cell is a status, {@code 404 not-found}, or {@code -} where the question
 * makes no sense.
 */
public final class AuthorisationTable {

    /** Every kind of caller that a table has to name. */
    public static final List<String> PRINCIPALS = List.of(
            "anonymous",
            "stranger client",
            "unknown",
            "registered",
            "inactive",
            "member",
            "customer",
            "seller",
            "support-1",
            "support-2",
            "chief",
            "demoted admin",
            "kiosk",
            "admin");

    private static final String SENSELESS = "-";

    private final List<Case> cases;

    private AuthorisationTable(List<Case> cases) {
        this.cases = cases;
    }

    /** Whose object an operation is called on. */
    public enum Whose {
        OWN,
        FOREIGN,
        ABSENT
    }

    /** One call and what it must be answered. */
    public record Case(String operation, String principal, Whose whose, String expected) {

        public boolean isGranted() {
            return expected.startsWith("2");
        }

        public String verb() {
            return operation.substring(0, operation.indexOf(' '));
        }

        public String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }
    }

    /** The table of the service under test. */
    public static AuthorisationTable read() {
        try {
            return new AuthorisationTable(new ClassPathResource("authorisation.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .flatMap(AuthorisationTable::cases)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Case> cases(String line) {
        String[] cells = line.split(";", -1);
        return Stream.of(
                new Case(cells[0], cells[1], Whose.OWN, cells[2]),
                new Case(cells[0], cells[1], Whose.FOREIGN, cells[3]),
                new Case(cells[0], cells[1], Whose.ABSENT, cells[4]));
    }

    /**
     * A cell's text for an answer.
     *
     * @param code read from a refusal only: what is granted may be a picture
     */
    public static String cell(int status, Supplier<String> code) {
        return status < 300 ? Integer.toString(status) : status + " " + code.get();
    }

    /** Verb and path of every operation of an OpenAPI document. */
    public static List<String> operations(JsonNode apiDocument) {
        return apiDocument
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(verb -> verb.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    /** Fails unless each operation of the OpenAPI document has a row for every kind of caller, and no other has. */
    public void requireComplete(JsonNode apiDocument) {
        List<String> operations = operations(apiDocument);
        Map<String, List<String>> named = cases.stream()
                .filter(one -> one.whose() == Whose.OWN)
                .collect(Collectors.groupingBy(
                        Case::operation, Collectors.mapping(Case::principal, Collectors.toList())));

        assertThat(operations).isNotEmpty();
        assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(operations);
        assertThat(named)
                .allSatisfy((operation, principals) ->
                        assertThat(principals).as(operation).containsExactlyInAnyOrderElementsOf(PRINCIPALS));
    }

    /**
     * A test for each place where a foreign object must look like an absent one: same body, and by the same statements,
     * which is what its time tells.
     *
     * @param call makes it and returns the problem
     */
    public Stream<DynamicTest> foreignLooksAbsent(Function<Case, JsonNode> call) {
        return cases.stream()
                .filter(one -> one.whose() == Whose.FOREIGN && one.expected().startsWith("404"))
                .map(one -> DynamicTest.dynamicTest(
                        "%s by %s".formatted(one.operation(), one.principal()), () -> requireSame(one, call)));
    }

    private static void requireSame(Case foreign, Function<Case, JsonNode> call) {
        Case absent = new Case(foreign.operation(), foreign.principal(), Whose.ABSENT, foreign.expected());
        List<JsonNode> answers = new ArrayList<>();
        // Once before, so that the persons and things of the test exist.
        answers.add(call.apply(foreign));

        List<String> forForeign = statements(() -> answers.add(call.apply(foreign)));
        List<String> forAbsent = statements(() -> answers.add(call.apply(absent)));

        assertThat(answers.stream().map(AuthorisationTable::withoutNames).distinct())
                .hasSize(1);
        assertThat(forForeign).isEqualTo(forAbsent);
    }

    /** Who calls is remembered for a while, so looking him up does not count. */
    private static List<String> statements(Runnable call) {
        return Statements.of(call).stream()
                .filter(text -> !text.contains("known_member where subject"))
                .toList();
    }

    /** Without what names the request: its path and its correlation id. */
    private static JsonNode withoutNames(JsonNode problem) {
        return ((ObjectNode) problem.deepCopy()).remove(List.of("instance", "correlationId"));
    }

    /**
     * A test for each cell.
     *
     * @param call makes it and returns the answer as a cell's text
     */
    public Stream<DynamicTest> tests(Function<Case, String> call) {
        return cases.stream()
                .filter(one -> !one.expected().equals(SENSELESS))
                .map(one -> DynamicTest.dynamicTest(
                        "%s by %s on %s".formatted(one.operation(), one.principal(), one.whose()),
                        () -> assertThat(call.apply(one)).isEqualTo(one.expected())));
    }
}
