package kontor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.ledger.escrow.Deals;
import kontor.ledger.escrow.Deals.Deal;
import kontor.ledger.importing.Imports;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.receivable.Invoices.Invoice;
import kontor.ledger.replenishment.Replenishments;
import kontor.ledger.stocktaking.Stocktakings;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
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
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    private static final PlantedFaults FAULTS = PlantedFaults.of("""
            INV-01-all: update entry set amount_minor = amount_minor + 1 where id = (select max(id) from entry)
            INV-02-every: delete from entry where id = (select max(id) from entry)
            INV-03-balances: update account set balance_minor = balance_minor + 1 where owner = '{ben}'
            INV-03-each: update entry set balance_after_minor = balance_after_minor + 1 where account_version = 1
            INV-03-checkpoints: insert into checkpoint (account_id, balance_minor, tx, at) values (1, 77, 0, now())
              on conflict (account_id) do update set balance_minor = checkpoint.balance_minor + 77
            INV-04-the: grant update on entry to {app}
            INV-04-the: grant delete on stocktaking_revocation to {app}
            INV-05-no: alter table entry drop constraint entry_within_floor;
              update entry set floor_at_minor = balance_after_minor + 1 where balance_after_minor is not null
            INV-06-no: update transfer set business_ref = 'shelf:999999999:1' where id = (
              select max(id) from transfer where kind = 'SHELF')
            INV-10-flags: update shelf_purchase set revoked = not revoked where member_id = '{ben}'
            INV-10-flags: update replenishment_collection set revoked = not revoked where seller_id = '{ben}'
            INV-10-flags: update replenishment set revoked = not revoked
            INV-10-flags: update stocktaking_collection set revoked = not revoked
            INV-04-the: grant update on invoice_payment_revocation to {app}
            INV-06-no: update invoice_payment set version = version + 1
            INV-06-no: update receivable set gross_minor = 0, most_minor = 0, paid_minor = 0
            INV-10-flags: update invoice_payment set revoked = not revoked
            INV-10-facts: update invoice_payment set amount_minor = amount_minor + 1
            INV-10-facts: update receivable set cancelled = true where not cancelled
            INV-10-paid: update receivable set paid_minor = paid_minor - 1 where paid_minor > 0
            INV-10-paid: update invoice_payment set revoked = true
            INV-04-the: grant delete on escrow_payment to {app}
            INV-06-no: update escrow set status = 'RELEASED', fees_minor = 0 where purchase_id = {held}
            INV-06-no: alter table escrow_adjustment disable trigger user; delete from escrow_adjustment
            INV-09-refunds: update escrow set paid_minor = paid_minor + 1 where purchase_id = {held}
            INV-09-refunds: alter table escrow_adjustment disable trigger user;
              update escrow_adjustment set value_minor = 9000, buyer_minor = 9000, seller_minor = -8700
              where direction = 'REFUND' and purchase_id = {held}
            INV-10-escrow: update account set balance_minor = balance_minor + 1 where kind = 'ESCROW'
            INV-10-escrow: update escrow set status = 'RETURNED', paid_minor = 0 where purchase_id = {held}
            INV-10-escrow: delete from account where kind = 'ESCROW' and owner = '{held}'
            INV-10-purchases: update escrow set fees_minor = fees_minor + 1 where status = 'RELEASED'
            INV-10-purchases: update escrow set external = true where purchase_id = {held}
            INV-10-purchases: update escrow set paid_minor = paid_minor - 1 where purchase_id = {held}
            INV-10-purchases: update transfer set business_ref = 'market:1:pay' where kind = 'MARKET_PAY'
              and business_ref = 'market:{held}:pay'
            INV-22-escrow: alter table escrow_payment disable trigger user; delete from escrow_payment
            INV-22-escrow: alter table escrow_payment disable trigger user; update escrow_payment set code = 'x'
            INV-22-escrow: update escrow set version = 1 where purchase_id = {held}
            INV-28-customers: update receivable set customer_id = customer_id + 1000000
            INV-28-customers: update receivable set paid_minor = 0
            INV-10-facts: update shelf_purchase set revoked = not revoked where member_id = '{ben}'
            INV-10-lines: update replenishment set amount = amount + 1
            INV-11-only: update known_product set active = false
            INV-12-prices: update known_product set unit_net_minor = unit_net_minor + 1
            INV-15-collections: update replenishment set total_price_minor = total_price_minor + 1
            INV-15-what: update replenishment set revoked = true;
              update replenishment_collection set revoked = false
            INV-37-privileged: delete from audit where target_type = 'deposit'
            INV-37-privileged: delete from audit where action = 'import-shelf-purchase'
            INV-37-privileged: delete from audit where action = 'import-revoke-replenishment'
            INV-37-privileged: delete from audit where target_type = 'replenishment'
            INV-37-privileged: delete from audit where target_type = 'replenishment-collection'
            INV-37-privileged: delete from audit where target_type = 'stocktaking'
            INV-37-privileged: delete from audit where action = 'open-receivable'
            INV-37-privileged: delete from audit where action = 'reapply-invoice-payment'
            INV-37-privileged: delete from audit where action = 'adjust-escrow'
            INV-37-privileged: delete from audit where action = 'release-escrow'
            """, "entry", "transfer");

    private final Members members;
    private final TestDatabase database;
    private final Shop shop;
    private final TopicWriter writer;
    private final VerifySet set;

    VerifyIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.writer = writer;
        this.shop = new Shop(database, writer, http);
        set = new VerifySet(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        Member ben = trade();
        return FAULTS.tests(set, Map.of("ben", ben.id(), "held", sell(ben).id()));
    }

    @Test
    void findsNothingWhileAllIsWell() {
        sell(trade());

        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void hasAFaultForEachQuery() {
        FAULTS.requireOneForEach(set);
    }

    /** One thing of each sort, switched and edited, and one taken over from another shop. */
    private Member trade() {
        Member ada = members.admin();
        Member ben = members.withoutLimit();
        Shop.Product tea = shop.product(100, "27");
        shop.deposit(ada, ben, 1_000);
        shop.buy(ben, tea, 1);
        Replenishments replenishments = new Replenishments(shop, ada, tea);
        Shop.Answer brought = replenishments.replenish(ben, 500, 20);
        List.of(true, false)
                .forEach(revoked ->
                        replenishments.switchOver(Replenishments.LINES, Replenishments.line(brought, 0), revoked));
        Stocktakings stocktakings = new Stocktakings(shop, database, ada);
        stocktakings.switchOver(stocktakings.count(Instant.EPOCH, Map.of()).id(), true);
        Imports imports = new Imports(shop, ada);
        imports.send(imports.ofEveryKind(ben, tea));
        bill(new Invoices(shop, database, writer, ada));
        return ben;
    }

    /** One that is paid in part, and one that was cancelled after it had been paid. */
    private static void bill(Invoices invoices) {
        Invoice live = invoices.issue(Invoices.invoice(Invoices.id()));
        long payment = invoices.pay(live, 1_000).id();
        List.of(true, false).forEach(revoked -> invoices.switchOver(payment, revoked));
        Invoice cancelled = invoices.issue(Invoices.invoice(Invoices.id()));
        invoices.pay(cancelled, 2_883);
        invoices.cancel(cancelled);
        invoices.pay(cancelled, -883);
    }

    /** Purchases of the market in each of their states; the one that is paid. */
    private Deal sell(Member buyer) {
        Deals deals = new Deals(database, writer);
        Member seller = members.verified();
        List<Deal> all =
                Stream.generate(() -> Deals.deal(buyer, seller)).limit(5).toList();
        all.forEach(deal -> deals.pay(deal, deal.equals(all.getLast())));
        all.forEach(deal -> {
            deals.refund(deal, 300);
            deals.charge(deal, 200);
        });
        deals.finish(all.get(1));
        deals.refund(all.get(1), 4_298);
        deals.cancel(all.get(2));
        deals.refund(all.get(3), 4_298);
        deals.cancel(all.get(3));
        deals.cancel(all.get(4));
        deals.pay(Deals.deal(members.withLimit(0), seller));
        return all.getFirst();
    }
}
