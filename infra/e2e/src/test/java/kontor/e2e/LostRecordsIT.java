package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.e2e.Client.Answer;
import kontor.e2e.Command.Result;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an operator mends by command: a record that its consumer cannot read, and records that a broker has lost. */
@Order(12)
@ExtendWith(ShopExtension.class)
class LostRecordsIT {

    private static final String PACKAGINGS = "kontor.catalog.packaging.v1";
    private static final String TICKETS = "kontor.support.ticket.v1";
    private static final Pattern PLACE = Pattern.compile(PACKAGINGS + "-dlt/\\d+/\\d+");

    private final Shop shop;
    private final Community community;

    @TempDir
    private Path folder;

    LostRecordsIT(Shop shop) {
        this.shop = shop;
        this.community = Community.of(shop);
    }

    @Test
    void aRecordThatItsConsumerCouldNotReadIsCorrectedAndTakenOnce() throws Exception {
        long parcel = parcelWhoseSecondEventIsSpoilt();
        await().atMost(Community.SOON).until(() -> waiting(parcel) == 1);

        Result list = shop.run("dlt", "list", PACKAGINGS + "-dlt");
        assertThat(list.output()).contains("order.packagings", "key " + parcel, "The body does not fit Changed");
        Matcher place = PLACE.matcher(list.output());
        assertThat(place.find()).as(list.output()).isTrue();
        assertThat(shop.run("dlt", "show", place.group()).output())
                .contains("order.packagings", "(14 characters)")
                .doesNotContain("Grace's parcel");
        Result backlog = shop.run("backlog");
        assertThat(backlog.status()).isEqualTo(1);
        assertThat(backlog.output()).contains("waiting", "order.packagings of " + PACKAGINGS);

        Result untouched = shop.run("dlt", "replay", place.group());
        assertThat(untouched.status()).as(untouched.output()).isEqualTo(1);
        assertThat(untouched.output()).contains("was not taken by order.packagings");
        Result corrected = shop.run(
                "dlt", "replay", place.group(), "--body", corrected(parcel).toString());
        assertThat(corrected.status()).as(corrected.output()).isZero();
        assertThat(waiting(parcel)).isZero();
        assertThat(shop.run("dlt", "replay", place.group()).output()).contains("was already replayed");
        assertThatAllHolds();
    }

    @Test
    void recordsThatABrokerHasLostAreSentAgainAndCountOnce() throws Exception {
        TopicRecords tickets = new TopicRecords(shop.ports(), TICKETS);
        SortedSet<String> before = tickets.all();
        assertThat(before).isNotEmpty();
        tickets.lose();
        assertThat(tickets.all()).isEmpty();

        Result republish = shop.run("republish", "support", "--since", "1970-01-01T00:00:00Z");

        assertThat(republish.status()).as(republish.output()).isZero();
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(tickets.all()).isEqualTo(before));
        assertThatAllHolds();
    }

    /** As if a release of catalog-service had written it; the third event comes before its turn. */
    private long parcelWhoseSecondEventIsSpoilt() throws SQLException {
        Answer parcel = community.create("/api/v1/packagings", """
                {"name":"%s","lengthMm":300,"widthMm":200,"heightMm":150,"weightG":180}
                """.formatted(Community.name("Parcel")));
        long id = parcel.number("id");
        String path = "/api/v1/packagings/" + id;
        execute("catalog", """
                create function spoil() returns trigger language plpgsql as $$
                begin
                    new.payload := '{"packagingId": %1$d, "name": "Grace''s parcel"}';
                    return new;
                end $$;
                create trigger spoil before insert on outbox for each row
                    when (new.topic = '%2$s' and new.aggregate_id = '%1$d') execute function spoil()
                """.formatted(id, PACKAGINGS));
        Answer second = community.admin().patch(path, parcel.number("version"), "{\"weightG\":190}");
        execute("catalog", "drop trigger spoil on outbox; drop function spoil()");
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        Answer third = community.admin().patch(path, second.number("version"), "{\"lengthMm\":310}");
        assertThat(third.status()).as(third.toString()).isEqualTo(200);
        return id;
    }

    private Path corrected(long parcel) throws Exception {
        String name = community.admin().get("/api/v1/packagings/" + parcel).text("name");
        return Files.writeString(folder.resolve("corrected.json"), """
                {"packagingId": %d, "name": "%s", "lengthMm": 300, "widthMm": 200, "heightMm": 150, "weightG": 190,
                 "active": true}
                """.formatted(parcel, name));
    }

    private long waiting(long parcel) throws SQLException {
        try (Connection order = shop.database("order");
                Statement statement = order.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from inbox_waiting where key = '%d' and topic = '%s'
                        """.formatted(parcel, PACKAGINGS))) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String service, String sql) throws SQLException {
        try (Connection database = shop.database(service);
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertThatAllHolds() {
        Result check = shop.run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }
}
