package kontor.ledger.rehearsal;

import java.util.List;
import java.util.Random;
import kontor.ledger.escrow.Deals;
import kontor.ledger.escrow.Deals.Deal;
import kontor.testkit.Member;

/** What a client's members sell to each other: pays purchases, adjusts and ends them. */
final class Market {

    private final World world;
    private final Random random;
    private final Ledger ledger;
    private final List<Member> members;

    Market(World world, Random random, Ledger ledger, List<Member> members) {
        this.world = world;
        this.random = random;
        this.ledger = ledger;
        this.members = members;
    }

    void buy() {
        int buyer = random.nextInt(members.size());
        int seller = (buyer + 1) % members.size();
        Deal deal = Deals.deal(
                members.get(buyer),
                members.get(seller),
                1 + random.nextInt(1_500),
                random.nextInt(80),
                random.nextInt(300));
        Trade trade = new Trade(deal, ledger.accounts.get(buyer), ledger.accounts.get(seller));
        boolean isExternal = random.nextInt(5) == 0;
        String expected = trade.pay(isExternal);
        long request = world.deals().pay(deal, isExternal);
        world.same(expected, world.escrowBooks().answerTo(deal, request));
        if (expected.isEmpty()) {
            ledger.trades.add(trade);
        }
    }

    void change() {
        if (ledger.trades.isEmpty()) {
            buy();
            return;
        }
        Trade trade = ledger.trades.get(random.nextInt(ledger.trades.size()));
        long value = 1L + random.nextInt(900);
        switch (random.nextInt(5)) {
            case 0, 1 -> adjusted(trade, trade.refund(value), world.deals().refund(trade.deal, value));
            case 2 -> adjusted(trade, trade.charge(value), world.deals().charge(trade.deal, value));
            case 3 -> end(trade, true);
            default -> end(trade, false);
        }
    }

    private void adjusted(Trade trade, String expected, long adjustment) {
        world.same(expected, world.escrowBooks().answerToAdjustment(trade.deal, adjustment));
    }

    private void end(Trade trade, boolean isDone) {
        if (trade.hasEnded()) {
            return;
        }
        if (isDone) {
            trade.finish();
            world.deals().finish(trade.deal);
        } else {
            trade.cancel();
            world.deals().cancel(trade.deal);
        }
    }
}
