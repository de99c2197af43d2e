package kontor.order.quote;

import java.util.List;
import kontor.order.tariff.Carriage;

/**
 * What it would cost now; amounts in minor units.
 *
 * @param weightG lines and packaging together, in grams
 * @param feesMinor fee by the model in effect
 * @param items what takes the parcel, cheapest first
 */
record Quote(Long goodsMinor, Long feesMinor, Long weightG, List<Item> items) {

    /**
     * A tariff that takes the parcel.
     *
     * @param priceMinor of the tariff without extras
     * @param totalMinor goods, fee and tariff without extras; what a purchase may expect
     */
    record Item(
            Long shippingTariffId,
            String carrier,
            String name,
            Boolean tracked,
            Long priceMinor,
            Long totalMinor,
            List<Carriage.Extra> extras) {

        static Item of(Carriage carriage, long goodsAndFeesMinor) {
            return new Item(
                    carriage.shippingTariffId(),
                    carriage.carrier(),
                    carriage.name(),
                    carriage.tracked(),
                    carriage.priceMinor(),
                    carriage.priceMinor() + goodsAndFeesMinor,
                    carriage.extras());
        }
    }
}
