package kontor.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The last word is the database's. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class DatabaseIT {

    private final TestDatabase database;
    private final Invoicing invoicing;
    private final Shop shop;

    DatabaseIT(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        this.database = database;
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update invoice set gross_minor = 1",
                "update invoice set number = 'x'",
                "update invoice set reason = 'x'",
                "update invoice set content_hash = ''",
                "update invoice set external_id = '1'",
                "delete from invoice",
                "truncate invoice",
                "update invoice_item set name = 'x'",
                "delete from invoice_item",
                "update invoice_vat set vat_minor = 0",
                "delete from invoice_vat",
                "update print_log set copy_no = 1",
                "delete from print_log",
                "update series set year = 1",
                "delete from series",
                "update issuer set external_id = '1'",
                "update invoice_request set order_id = 1",
                "update invoice_request set requested_by = gen_random_uuid()",
                "delete from invoice_request",
                "delete from invoice_stream",
                "delete from known_order",
                "update audit set action = ''",
                "delete from audit",
                "alter table invoice disable trigger user",
                "drop view invoice_content",
                "create table mine (id int)",
                "set role postgres",
            })
    void forbidsTheApplicationToRewriteHistory(String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update invoice set gross_minor = gross_minor + 1, net_minor = net_minor + 1",
                "update invoice set customer_name = 'x'",
                "update invoice set printed_copies = printed_copies + 2",
                "update invoice set printed_copies = printed_copies - 1",
                "update invoice set cancelled = false where cancelled",
                "delete from invoice",
                "truncate invoice cascade",
                "update invoice_item set name = 'x'",
                "delete from invoice_item",
                "update invoice_vat set vat_minor = 0",
                "delete from print_log",
                "update series set next_no = 1",
                "update series set next_no = next_no + 2",
                "delete from series",
                "update issuer set name = 'x' where exists (select from invoice where issuer_id = issuer.id)",
                "delete from issuer where exists (select from invoice where issuer_id = issuer.id)",
                "insert into invoice_item (invoice_id, order_item_id, product_id, line_no, name, amount,"
                        + " unit_price_minor, vat_percentage, net_minor)"
                        + " select id, 1, 1, 99, 'x', 1, 0, 0, 0 from invoice order by id limit 1",
                "insert into invoice_vat select id, 99, 0, 0 from invoice order by id limit 1",
            })
    void forbidsItToTheOwnerToo(String sql) {
        shop.issuer();
        invoicing.cancel(invoicing.issue(shop.customer()).id()).expect(201);

        assertThatThrownBy(() -> database.asOwner().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void hasOneLiveInvoicePerOrder() {
        shop.issuer();
        Orders.Order order = invoicing.order(shop.customer());
        long invoice = invoicing.issue(order).id();

        assertThatThrownBy(() -> copy(invoice)).rootCause().hasMessageContaining("invoice_live_per_order");
        invoicing.cancel(invoice).expect(201);
        assertThatThrownBy(() -> database.asOwner()
                        .sql("insert into issuer (id, name, zip_code, city, street, country, tax_identifier,"
                                + " bank_account, valid_from, version) select nextval('issuer_seq'), name, zip_code,"
                                + " city, street, country, tax_identifier, bank_account, valid_from, 1 from issuer"
                                + " order by valid_from limit 1")
                        .update())
                .rootCause()
                .hasMessageContaining("issuer_valid_from");
    }

    /** As another document of the next number, which is rolled back with the refusal. */
    private void copy(long invoice) {
        database.asOwner().sql("""
                        insert into invoice (kind, series_issuer_id, series_year, seq_no, number, issuer_id, order_id,
                            customer_id, customer_name, customer_zip_code, customer_city, customer_street,
                            customer_country, ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city,
                            ship_to_country, payment_method, means_code, creation_date, issued_at, delivery_date,
                            payment_deadline, net_minor, vat_minor, gross_minor, currency, item_count, actor_id,
                            content_hash)
                        select kind, series_issuer_id, series_year, seq_no + 1, number || 'x', issuer_id, order_id,
                            customer_id, customer_name, customer_zip_code, customer_city, customer_street,
                            customer_country, ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city,
                            ship_to_country, payment_method, means_code, creation_date, issued_at, delivery_date,
                            payment_deadline, net_minor, vat_minor, gross_minor, currency, item_count, actor_id,
                            content_hash
                        from invoice where id = ?
                        """).param(invoice).update();
    }

    @Test
    void keepsTheHashOfWhatIsPrinted() {
        shop.issuer();
        Shop.Answer invoice = invoicing.issue(shop.customer());
        Shop.Answer cancellation = invoicing.cancel(invoice.id());

        for (Shop.Answer document : List.of(invoice, cancellation)) {
            assertThat(database.asOwner()
                            .sql("select encode(sha256(convert_to(content, 'UTF8')), 'hex') from invoice_content"
                                    + " where invoice_id = ?")
                            .param(document.id())
                            .query(String.class)
                            .single())
                    .isEqualTo(document.body().path("contentHash").asString());
        }
    }
}
