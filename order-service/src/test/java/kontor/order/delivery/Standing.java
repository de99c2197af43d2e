package kontor.order.delivery;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.purchase.PurchaseStatus;
import kontor.platform.security.Caller;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.Tokens;

/** Purchases in every status between the same parties, and who else asks for them. */
final class Standing {

    private final Shop shop;
    private final Dealer dealer;
    private final Map<String, Member> callers = new HashMap<>();
    private final Map<PurchaseStatus, Deal> kept = new EnumMap<>(PurchaseStatus.class);

    Standing(Shop shop, Dealer dealer) {
        this.shop = shop;
        this.dealer = dealer;
        Members members = shop.members();
        callers.put("buyer", members.verified());
        callers.put("seller", members.verified());
        callers.put("admin", shop.admin());
        callers.put("noting admin", shop.admin());
        callers.put("staff", members.support(1));
        callers.put("stranger", members.verified());
        callers.put("chief", members.support(3));
    }

    /** Where it stands, its ETag, and its log: letter, statuses and actor of each row. */
    record State(PurchaseStatus status, long version, List<String> log) {}

    String bearer(String caller) {
        return caller.equals("kiosk") ? Tokens.kiosk().bearer() : member(caller).bearer();
    }

    /** What happens by time is done by the System. */
    UUID idOf(String caller) {
        return caller.equals("time") ? Caller.SYSTEM : member(caller).id();
    }

    private Member member(String caller) {
        return Objects.requireNonNull(callers.get(caller));
    }

    /** The same one each time; the staff has a ticket on it. */
    Deal kept(PurchaseStatus status) {
        return kept.computeIfAbsent(status, wanted -> {
            Deal deal = made(wanted);
            shop.bazaar().assign(Neighbours.nextId(), idOf("staff"), "PURCHASE", deal.id());
            return deal;
        });
    }

    /** A new one. */
    Deal made(PurchaseStatus status) {
        Member buyer = member("buyer");
        Member seller = member("seller");
        Bazaar bazaar = shop.bazaar();
        return switch (status) {
            case PENDING -> dealer.submitted(buyer, seller);
            case REJECTED -> {
                Deal deal = dealer.submitted(buyer, seller);
                dealer.sayShort(deal);
                await(deal, PurchaseStatus.REJECTED);
                yield deal;
            }
            case OPEN -> bazaar.opened(buyer, seller);
            case PAID -> bazaar.paid(bazaar.opened(buyer, seller));
            case SHIPPED -> bazaar.shipped(bazaar.paid(bazaar.opened(buyer, seller)));
            case DONE -> bazaar.done(bazaar.paid(bazaar.opened(buyer, seller)));
            case CANCELLED -> {
                Deal deal = bazaar.opened(buyer, seller);
                shop.post(seller.bearer(), deal.path() + "/cancellation", "{}").expect(200);
                yield deal;
            }
        };
    }

    void await(Deal deal, PurchaseStatus status) {
        shop.neighbours()
                .await("market_purchase where id = %d and status = '%s'".formatted(deal.id(), status.letter()));
    }

    State state(Deal deal) {
        List<String> log = shop.neighbours()
                .owner()
                .sql("""
                        select action || ' ' || detail || ' by ' || actor_id
                        from purchase_log where purchase_id = ? order by id
                        """)
                .param(deal.id())
                .query((row, n) -> row.getString(1))
                .list();
        return shop.neighbours()
                .owner()
                .sql("select status, version from market_purchase where id = ?")
                .param(deal.id())
                .query((row, n) -> new State(PurchaseStatus.of(row.getString(1)), row.getLong(2), log))
                .single();
    }
}
