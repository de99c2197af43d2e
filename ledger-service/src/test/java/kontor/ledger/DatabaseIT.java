package kontor.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The last word is the database's. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class DatabaseIT {

    private final Members members;
    private final TestDatabase database;
    private final Shop shop;

    DatabaseIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.shop = new Shop(database, writer, http);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set amount_minor = 1",
                "delete from entry",
                "truncate entry",
                "update transfer set kind = 'SHELF'",
                "delete from transfer",
                "update deposit_revocation set revoked = false",
                "delete from deposit_revocation",
                "update shelf_purchase_revocation set at = now()",
                "delete from shelf_purchase_revocation",
                "update replenishment_collection_revocation set revoked = false",
                "delete from replenishment_collection_revocation",
                "update replenishment_change set amount = 1",
                "delete from replenishment_change",
                "truncate replenishment_change",
                "update stocktaking_revocation set revoked = false",
                "delete from stocktaking_revocation",
                "update invoice_payment_revocation set revoked = false",
                "delete from invoice_payment_revocation",
                "update escrow_payment set code = null",
                "delete from escrow_payment",
                "update escrow_adjustment set value_minor = 1",
                "delete from escrow_adjustment",
                "update escrow set total_minor = 1",
                "update escrow set buyer_id = seller_id",
                "delete from escrow",
                "update deposit set amount_minor = 1",
                "update deposit set external_id = '1'",
                "delete from deposit",
                "update shelf_purchase set total_minor = 0",
                "update shelf_purchase set external_id = '1'",
                "delete from shelf_purchase",
                "update replenishment_collection set seller_id = gen_random_uuid()",
                "delete from replenishment_collection",
                "update replenishment set product_id = 1",
                "delete from replenishment",
                "update stocktaking_collection set at = now()",
                "delete from stocktaking_collection",
                "update stocktaking set product_id = 1",
                "delete from stocktaking",
                "update receivable set gross_minor = 1",
                "update receivable set customer_id = 1",
                "delete from receivable",
                "update invoice_payment set amount_minor = 1",
                "update invoice_payment set received_on = now()",
                "delete from invoice_payment",
                "update known_price set amount_minor = 1",
                "delete from known_price",
                "update known_stock_move set delta = 1",
                "delete from known_stock_move",
                "delete from checkpoint",
                "update account set owner = ''",
                "delete from account",
                "update audit set action = ''",
                "delete from audit",
                "create table mine (id int)",
                "drop table entry",
                "set role postgres",
            })
    void forbidsTheApplicationToRewriteHistory(String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set amount_minor = 1",
                "delete from transfer",
                "truncate deposit_revocation",
                "update shelf_purchase_revocation set revoked = false",
                "delete from replenishment_collection_revocation",
                "update replenishment_change set amount = 1",
                "truncate stocktaking_revocation",
                "truncate invoice_payment_revocation",
                "truncate escrow_payment",
                "update escrow_adjustment set code = 'x'",
            })
    void forbidsItToTheOwnerToo(String sql) {
        shop.deposit(members.admin(), members.verified(), 5);

        assertThatThrownBy(() -> database.asOwner().sql(sql).update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void refusesWhatIsNotBalanced() {
        Member ben = members.verified();
        long account = accountOf(ben);
        String transfer = "insert into transfer (id, kind, business_ref, at, booked_at, actor_id) values"
                + " (nextval('transfer_seq'), 'DEPOSIT', 'test:' || gen_random_uuid(), now(), now(), gen_random_uuid()) returning id";
        long id = database.asOwner()
                .sql(transfer)
                .query((row, n) -> row.getLong(1))
                .single();
        String entries =
                "insert into entry (id, transfer_id, account_id, amount_minor, balance_after_minor, account_version,"
                        + " booked_at) values (-1, %d, 1, -5, null, null, now())".formatted(id);

        Stream.of(entries, entries + ", (-2, %d, %d, 4, 4, 1, now())".formatted(id, account))
                .forEach(sql -> assertThatThrownBy(
                                () -> database.asApp().sql(sql).update())
                        .rootCause()
                        .hasMessageContaining("does not sum to 0"));
        database.asOwner().sql("alter table transfer disable trigger user").update();
        database.asOwner().sql("delete from transfer where id = ?").param(id).update();
        database.asOwner().sql("alter table transfer enable trigger user").update();
    }

    @Test
    void opensAnAccountWithTheFirstRankAndFollowsItsLimit() {
        Member dora = members.unverified();
        assertThat(hasAccount(dora)).isFalse();

        Member verified = members.change(dora.verified().limit(-700L));
        assertThat(floorOf(verified)).isEqualTo(-700);

        members.change(verified.limit(-900L));
        assertThat(floorOf(verified)).isEqualTo(-900);
        assertThat(shop.credit(verified)).isZero();
    }

    private long floorOf(Member member) {
        return database.asOwner()
                .sql("select floor_minor from account where owner = ?")
                .param(member.id().toString())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private long accountOf(Member member) {
        return database.asOwner()
                .sql("select id from account where owner = ?")
                .param(member.id().toString())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private boolean hasAccount(Member member) {
        return database.asOwner()
                .sql("select exists (select from account where owner = ?)")
                .param(member.id().toString())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
