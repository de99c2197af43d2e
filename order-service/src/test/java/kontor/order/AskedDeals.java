package kontor.order;

import java.util.HashMap;
import java.util.Map;
import kontor.order.Bazaar.Deal;
import kontor.testkit.Member;
import kontor.testkit.probe.AuthorisationTable.Case;
import org.jspecify.annotations.Nullable;

/** Purchases that callers ask about, where the question makes sense: paid ones, but for steps that want another status. */
final class AskedDeals {

    private static final String ONE = "/api/v1/market-purchases/{id}";

    private final Shop shop;
    private final Dealer dealer;
    private final Map<String, Deal> kept = new HashMap<>();
    private final Map<Long, Long> adjustments = new HashMap<>();

    AskedDeals(Shop shop) {
        this.shop = shop;
        dealer = new Dealer(shop);
    }

    static boolean areAskedFor(Case one) {
        return one.path().startsWith(ONE);
    }

    /** For one who cannot buy any more when he asks. */
    void prepare(Member party) {
        keep(party, false, "PAID");
        keep(party, false, "DONE");
    }

    /** One of his, as its buyer or as its seller; made for it if it is moved. */
    Deal of(Member party, boolean isSeller, Case one) {
        String status = status(one);
        boolean isMoved = one.isGranted() && !one.verb().equals("GET");
        return isMoved ? made(party, isSeller, status) : keep(party, isSeller, status);
    }

    private Deal keep(Member party, boolean isSeller, String status) {
        return kept.computeIfAbsent(party.id() + status, key -> {
            Deal deal = made(party, isSeller, status);
            if (status.equals("DONE")) {
                evaluate(deal);
            } else if (status.equals("PAID")) {
                adjustments.put(
                        deal.id(),
                        dealer.now(
                                        shop.admin().bearer(),
                                        deal.path() + "/adjustments",
                                        Dealer.adjustment(deal.buyer(), 1))
                                .expect(202)
                                .id());
            }
            return deal;
        });
    }

    private static String status(Case one) {
        String step = one.path().substring(ONE.length());
        return switch (step) {
            case "/payment", "/cancellation" -> "OPEN";
            case "/confirmation" -> "SHIPPED";
            case "/evaluations/buyer", "/evaluations/seller" -> "DONE";
            default -> "PAID";
        };
    }

    private Deal made(Member party, boolean isSeller, String status) {
        Member other = shop.members().verified();
        Bazaar bazaar = shop.bazaar();
        Deal open = isSeller ? bazaar.opened(other, party) : bazaar.opened(party, other);
        return switch (status) {
            case "OPEN" -> open;
            case "PAID" -> bazaar.paid(open);
            case "SHIPPED" -> bazaar.shipped(bazaar.paid(open));
            default -> bazaar.done(bazaar.paid(open));
        };
    }

    private void evaluate(Deal deal) {
        shop.post(
                        deal.buyer().bearer(),
                        deal.path() + "/evaluations/buyer",
                        "{\"level\": 9, \"levelPack\": 9, \"levelGoods\": 9}")
                .expect(201);
        shop.post(deal.seller().bearer(), deal.path() + "/evaluations/seller", "{\"level\": 9}")
                .expect(201);
    }

    /** No purchase is asked about where there is none. */
    String at(Case one, @Nullable Deal deal) {
        long adjustment = deal == null ? 0 : adjustments.getOrDefault(deal.id(), 0L);
        return one.path()
                .replace("/api/v1", "")
                .replace("{id}", Long.toString(deal == null ? 0 : deal.id()))
                .replace("{adjustmentId}", Long.toString(adjustment));
    }

    static String body(Case one, @Nullable Deal deal, boolean isSeller) {
        String step = one.path().substring(ONE.length());
        return switch (step) {
            case "/shipment" -> "{\"trackingNumber\": \"RR 1 HU\"}";
            case "/evaluations/buyer" -> "{\"level\": 9, \"levelPack\": 9, \"levelGoods\": 9}";
            case "/evaluations/seller" -> "{\"level\": 9}";
            case "/adjustments" ->
                deal == null
                        ? "{\"receiverId\": \"00000000-0000-0000-0000-000000000002\", \"valueMinor\": 1}"
                        : Dealer.adjustment(isSeller ? deal.buyer() : deal.seller(), 1);
            default -> "{}";
        };
    }

    /** A purchase of one piece: for himself, for somebody else, or of what is not there. */
    String order(Case one, MarketTerms terms, Member neighbour) {
        String order = dealer.orderIn(terms.packaging(), terms.tariff(), terms.listing());
        return switch (one.whose()) {
            case OWN -> order;
            case FOREIGN -> order.replaceFirst("\\{", "{\"buyerId\": \"%s\", ".formatted(neighbour.id()));
            case ABSENT -> dealer.orderIn(terms.packaging(), terms.tariff(), 0);
        };
    }
}
