package kontor.order.tariff;

import kontor.platform.Rejection;

/** The tariff is not valid now, or not for this parcel: countries, weight or sizes (O-22). */
public final class TariffUnfit extends Rejection {

    public TariffUnfit(long tariffId) {
        super(
                Kind.RULE_BROKEN,
                "tariff-unfit",
                "Tariff %d does not take this parcel now; a quote lists those that do.".formatted(tariffId));
    }
}
