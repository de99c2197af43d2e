package kontor.manifests.observability.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import kontor.manifests.observability.promql.Query.Binary;
import kontor.manifests.observability.promql.Query.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromqlTests {

    private static final Map<String, Set<String>> METRICS =
            Map.of("calls_bucket", Set.of("name", "le"), "calls", Set.of("name", "kind"), "up", Set.of("job"));

    @Test
    void findsMetricsAndLabels() {
        Query query = Promql.parse("""
                sum by (name) (rate(calls{kind="failed", name=~"a|b"}[5m] offset 1h)) > 0.5 # as the breaker counts
                  or absent(up{job='kontor/kafka'})""");

        assertThat(query.selectors()).extracting(Selector::metric).containsExactly("calls", "up");
        assertThat(query.selectors().findFirst().orElseThrow().value("kind")).hasValue("failed");
        assertThat(query.selectors().findFirst().orElseThrow().value("name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calls | kind name",
                "rate(calls[5m]) | kind name",
                "sum(calls) |",
                "sum by (name) (calls) | name",
                "sum(calls) by (name) | name",
                "topk(10, sum by (kind) (calls)) | kind",
                "histogram_quantile(0.99, sum by (name, le) (rate(calls_bucket[5m]))) | name",
                "absent(up{job=\"a\", place=~\"b\"}) | job",
                "time() - max by (name) (calls) | name",
                "calls and up | kind name",
                "sum by (name) (calls) or absent(up{job=\"a\"}) | job name",
                "calls / on (name) calls_bucket | name",
                "-calls * 2 | kind name",
                "vector(0) |"
            })
    void tellsWhichLabelsComeOut(String query, String labels) {
        assertThat(Promql.parse(query).labels(PromqlTests::known))
                .containsExactlyInAnyOrder(labels == null ? new String[0] : labels.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sum(calls",
                "sum(calls))",
                "calls calls",
                "calls{name}",
                "calls{name>\"a\"}",
                "calls{name=a}",
                "calls[5]",
                "calls[5m]",
                "rate(calls)",
                "rate(sum(calls))",
                "absent(calls[5m])",
                "rates(calls[5m])",
                "histogram_quantile(sum(calls))",
                "sum by name (calls)",
                "calls > ",
                "calls & calls",
                "calls offset 3"
            })
    void refusesWhatIsNone(String query) {
        assertThatThrownBy(() -> Promql.parse(query)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(calls) / sum(calls_bucket) | true",
                "sum by (name) (calls) / sum(calls) | false",
                "sum by (name) (calls) and sum by (kind) (calls) | false",
                "sum by (name) (calls) / on (name) calls | true",
                "calls > 3 * 4 | true",
                "time() - calls | true"
            })
    void seesSidesThatNeverMeet(String query, boolean matched) {
        assertThat(((Binary) Promql.parse(query)).isMatched(PromqlTests::known)).isEqualTo(matched);
    }

    @Test
    void bindsAsPrometheusDoes() {
        Binary whole = (Binary) Promql.parse("calls - up / 2 > 1 and calls or up");

        assertThat(whole.operator()).isEqualTo("or");
        Binary and = (Binary) whole.left();
        assertThat(and.operator()).isEqualTo("and");
        Binary compared = (Binary) and.left();
        assertThat(compared.operator()).isEqualTo(">");
        assertThat(((Binary) compared.left()).operator()).isEqualTo("-");
    }

    private static Set<String> known(String metric) {
        return METRICS.getOrDefault(metric, Set.of());
    }
}
