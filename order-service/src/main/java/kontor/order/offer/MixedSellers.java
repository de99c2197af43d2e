package kontor.order.offer;

import kontor.platform.Rejection;

/** The lines are of more than one seller; each makes a parcel of his own (O-20). */
public final class MixedSellers extends Rejection {

    public MixedSellers() {
        super(Kind.RULE_BROKEN, "mixed-sellers", "All lines must be of one seller; buy from each on his own.");
    }
}
