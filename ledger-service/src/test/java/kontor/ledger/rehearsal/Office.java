package kontor.ledger.rehearsal;

import java.util.Random;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.receivable.Invoices.Row;
import kontor.ledger.rehearsal.Receivable.Payment;

/** What a client does with invoices: issues, cancels, and writes down what was paid. */
final class Office {

    private final World world;
    private final Random random;
    private final Ledger ledger;
    private final long customer = Invoices.id();

    Office(World world, Random random, Ledger ledger) {
        this.world = world;
        this.random = random;
        this.ledger = ledger;
    }

    void issue() {
        long net = random.nextInt(2_000);
        Row[] rows = Stream.of(new Row("27", net, Math.round(net * 0.27)), new Row("0", random.nextInt(300), 0))
                .limit(1 + random.nextInt(2))
                .toArray(Row[]::new);
        ledger.receivables.add(new Receivable(
                world.invoices().issue(Invoices.invoice(customer, rows).at(world.time(random)))));
    }

    void pay() {
        if (ledger.receivables.isEmpty()) {
            issue();
            return;
        }
        Receivable receivable = any();
        long amount = (random.nextInt(4) == 0 ? -1 : 1) * (1L + random.nextInt(1_500));
        Shop.Answer answer = world.invoices().pay(receivable.invoice, amount);
        if (world.expect(receivable.take(amount), answer)) {
            receivable.payments.add(new Payment(answer.id(), amount));
        }
    }

    void change() {
        if (ledger.receivables.isEmpty()) {
            return;
        }
        Receivable receivable = any();
        if (receivable.payments.isEmpty() || random.nextInt(4) == 0) {
            cancel(receivable);
            return;
        }
        Payment payment = receivable.payments.get(random.nextInt(receivable.payments.size()));
        boolean revoked = random.nextInt(3) > 0 != payment.isRevoked;
        world.expect(receivable.switchTo(payment, revoked), world.invoices().switchOver(payment.id, revoked));
    }

    private void cancel(Receivable receivable) {
        if (!receivable.isCancelled) {
            world.invoices().cancel(receivable.invoice);
            receivable.cancel();
        }
    }

    private Receivable any() {
        return ledger.receivables.get(random.nextInt(ledger.receivables.size()));
    }
}
