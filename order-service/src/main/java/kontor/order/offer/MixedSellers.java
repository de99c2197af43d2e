package kontor.order.offer;

import java.util.List;
import kontor.platform.Rejection;

/** The lines are of more than one seller; each makes a parcel of his own (O-20). */
public final class MixedSellers extends Rejection {

    private MixedSellers() {
        super(Kind.RULE_BROKEN, "mixed-sellers", "All lines must be of one seller; buy from each on his own.");
    }

    /** Refuses offers of more than one seller. */
    public static void refuse(List<Offer> offers) {
        if (offers.stream().map(Offer::sellerId).distinct().count() > 1) {
            throw new MixedSellers();
        }
    }
}
