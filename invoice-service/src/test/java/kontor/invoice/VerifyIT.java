package kontor.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.PlantedFaults;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each verify query turns red for the fault it is there for. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    private static final PlantedFaults FAULTS =
            PlantedFaults.of("""
            INV-04-the: grant update on invoice to {app}
            INV-04-the: grant update (name) on invoice_item to {app}
            INV-04-the: grant delete on print_log to {app}
            INV-16-numbers-have: update invoice set seq_no = seq_no + 1000 where id = {invoice}
            INV-16-numbers-have: update series set next_no = next_no + 1
            INV-16-numbers-are: alter table invoice drop constraint invoice_series_fits;
              update invoice set creation_date = creation_date - 1000 where id = {invoice}
            INV-17-time: update invoice set issued_at = issued_at + interval '1 day' where id = {invoice}
            INV-17-time: update invoice set creation_date = creation_date - 1 where id = {cancellation}
            INV-18-documents: update invoice set customer_name = 'x' where id = {invoice}
            INV-18-documents: update invoice_item set name = 'x' where invoice_id = {cancellation}
            INV-18-documents: update issuer set bank_account = 'x'
            INV-18-prints: update invoice set printed_copies = printed_copies + 1 where id = {invoice}
            INV-18-prints: insert into print_log (invoice_id, copy_no, actor_id, at)
              values ({invoice}, 9, gen_random_uuid(), now())
            INV-18-cancelled: update invoice set cancelled = false where id = {invoice}
            INV-18-cancelled: update invoice set cancelled = true where id = {live}
            INV-18-cancelled: update invoice_item set amount = amount - 1, net_minor = (amount - 1) * unit_price_minor
              where invoice_id = {cancellation}
            INV-19-totals: update invoice_vat set vat_minor = vat_minor + 1 where invoice_id = {invoice}
            INV-19-totals: update invoice_item set vat_percentage = 26.99 where invoice_id = {live}
            INV-19-documents: update invoice set net_minor = net_minor + 1, gross_minor = gross_minor + 1
              where id = {live}
            INV-19-documents: update invoice set item_count = item_count + 1 where id = {live}
            INV-20-one: update issuer set valid_from = valid_from + interval '10 years'
            INV-20-one: alter table issuer drop constraint issuer_valid_from;
              update issuer set valid_from = '2020-01-01T00:00:00Z'
            INV-21-one: drop index invoice_live_per_order;
              update invoice set order_id = (select order_id from invoice where id = {live}), cancelled = false
              where id = {invoice}
            INV-21-one: drop index invoice_live_per_order;
              update invoice set cancelled = false where id = {invoice};
              update invoice_item set order_item_id = order_item_id % 10
              where invoice_id in ({invoice}, {live})
            INV-21-one: update invoice_request set order_id = order_id + 1000000 where invoice_id = {live}
            INV-23-every: update invoice_request set state = 'PENDING', invoice_id = null,
              at = now() - interval '1 hour' where invoice_id = {live};
              update issuer set valid_from = valid_from - interval '1 day'
            INV-37-privileged: delete from audit where target_type = 'invoice' and target_id = '{live}'
            INV-37-privileged: delete from audit where action = 'cancel-invoice'
            INV-37-privileged: delete from audit where action = 'request-invoice'
            INV-37-privileged: update issuer set version = version + 1
            INV-37-privileged: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              select actor_id, action, target_type, target_id, at, correlation_id from audit
              where action = 'issue-invoice' and target_id = '{live}'
            """, "invoice", "invoice_item", "invoice_vat", "print_log", "issuer", "series");

    private static final PlantedFaults OVERDUE = PlantedFaults.of("""
            invoice-request-pending: update invoice_request set state = 'PENDING', invoice_id = null,
              at = now() - interval '1 hour' where invoice_id = {live};
              update issuer set valid_from = valid_from - interval '1 day'
            """, "issuer");

    private final Invoicing invoicing;
    private final Shop shop;
    private final VerifySet set;
    private final VerifySet sagas;

    VerifyIT(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
        set = new VerifySet(database);
        sagas = VerifySet.ofSagas(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        Map<String, Long> names = issued();
        return Stream.concat(FAULTS.tests(set, names), OVERDUE.tests(sagas, names));
    }

    @Test
    void findsNothingWhileAllIsWell() {
        issued();

        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void hasAFaultForEachQuery() {
        FAULTS.requireOneForEach(set);
        OVERDUE.requireOneForEach(sagas);
    }

    /** An invoice with its cancellation, and one that lives. */
    private Map<String, Long> issued() {
        shop.issuer();
        Shop.Customer cleo = shop.customer();
        long invoice = invoicing.issue(cleo).id();
        long cancellation = invoicing.cancel(invoice).expect(201).id();
        long live = invoicing.request(invoicing.order(cleo), null).id();
        return Map.of("invoice", invoice, "cancellation", cancellation, "live", live);
    }
}
