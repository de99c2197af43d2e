package kontor.platform.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each statement of the platform's verify set finds what is planted for it, and nothing in a clean database. */
class VerifyIT {

    private static final String OF_THE_SAMPLE = "INV-03-nobody-fills-a-jar-of-lead.sql";

    /** What the statement must find, and beside it what is in order. */
    private static final Map<String, String> PLANTS = Map.of(
            "INV-24-no-event-stays-in-the-outbox.sql",
            """
            insert into outbox (event_id, topic, aggregate_id, version, type, at, actor_id, correlation_id, since)
            select gen_random_uuid(), 't', key, 1, 't', now() - interval '1 year', gen_random_uuid(), 'c', since
            from (values ('offender', now() - interval '61 s'), ('fresh', now() - interval '50 s')) as e (key, since)
            """,
            "INV-26-no-event-waits-for-a-missing-one.sql",
            """
            with versions as (
                insert into inbox_version (consumer, topic, key, version)
                values ('c', 't', 'offender', 1), ('c', 't', 'skipped', 4), ('c', 't', 'fresh', 1)
            )
            insert into inbox_waiting (consumer, topic, key, version, message, since)
            select 'c', 't', key, version, '{}', since
            from (values ('offender', 3, now() - interval '61 s'), ('skipped', 5, now()), ('fresh', 3, now()))
                as waiting (key, version, since)
            """,
            "INV-29-every-key-has-its-answer.sql",
            """
            insert into reply (caller, operation, key, fingerprint, status, body, at)
            values ('c', 'POST /', 'offender', 'f', 200, '', now()), ('c', 'POST /', 'fresh', 'f', 200, '{}', now())
            """);

    private final TestDatabase database = PostgresServer.createFor("sample");

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database.dataSource(database.owner()))
                .locations("classpath:db/platform")
                .placeholders(Map.of("app", database.app().name()))
                .load()
                .migrate();
    }

    @Test
    void findsNothingInACleanDatabase() throws IOException {
        for (Resource statement : statements().toList()) {
            assertThat(offenders(statement)).as(statement.getFilename()).isEmpty();
        }
    }

    @Test
    void hasAPlantForEachStatement() throws IOException {
        Set<String> names = statements().map(Resource::getFilename).collect(Collectors.toSet());

        assertThat(PLANTS.keySet()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"INV-24, aggregate_id, offender", "INV-26, key, offender skipped", "INV-29, key, offender"})
    void findsWhatIsPlantedAndNothingElse(String invariant, String column, String offenders) throws IOException {
        Resource statement = statements()
                .filter(resource -> String.valueOf(resource.getFilename()).startsWith(invariant))
                .findFirst()
                .orElseThrow();
        database.asOwner()
                .sql(PLANTS.getOrDefault(String.valueOf(statement.getFilename()), ""))
                .update();

        assertThat(offenders(statement)).extracting(row -> row.get(column)).containsExactlyInAnyOrder((Object[])
                offenders.split(" ", -1));
    }

    private List<Map<String, @Nullable Object>> offenders(Resource statement) throws IOException {
        return database.asApp().sql(statement.getContentAsString(UTF_8)).query().listOfRows();
    }

    private static Stream<Resource> statements() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:verify/*.sql"))
                .filter(resource -> !OF_THE_SAMPLE.equals(resource.getFilename()));
    }
}
