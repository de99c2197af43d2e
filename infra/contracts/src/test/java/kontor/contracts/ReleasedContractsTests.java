package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contracts of today keep every promise of every release. {@link CompatibilityTests} shows that a broken one is
 * seen.
 */
class ReleasedContractsTests {

    @Test
    void haveBeenReleased() {
        assertThat(Release.all()).isNotEmpty().allSatisfy(release -> {
            assertThat(release.toString()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(release.schemas()).isNotEmpty();
            assertThat(release.examples()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void areWhatEveryReaderOfARecordCountsOn(Release release) {
        assertThat(Contracts.schemas()).containsAll(release.schemas());
        assertThat(release.schemas())
                .allSatisfy(schema -> assertThat(Compatibility.ofSchema(release.json(schema), Contracts.json(schema)))
                        .as(schema)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void areWhatEveryReaderOfATopicCountsOn(Release release) {
        assertThat(Compatibility.ofTopics(release.document(), Contracts.yaml("asyncapi.yaml")))
                .isEmpty();
    }

    /** Old records lie in the topics for good. */
    @ParameterizedTest
    @MethodSource("releases")
    void fitTheRecordsOfThatTime(Release release) {
        assertThat(release.examples())
                .allSatisfy(example -> assertThat(
                                Contracts.schema(Contracts.schemaOf(example)).validate(release.json(example)))
                        .as(example)
                        .isEmpty());
    }

    /** Readers of that time are still at work. */
    @ParameterizedTest
    @MethodSource("releases")
    void areFollowedByRecordsThatTheReadersOfThatTimeUnderstand(Release release) {
        Set<String> known = Set.copyOf(release.schemas());
        List<String> examples = Contracts.examples().stream()
                .filter(example -> known.contains(Contracts.schemaOf(example)))
                .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(
                                release.schema(Contracts.schemaOf(example)).validate(Contracts.json(example)))
                        .as(example)
                        .isEmpty());
    }

    static Stream<Release> releases() {
        return Release.all().stream();
    }
}
