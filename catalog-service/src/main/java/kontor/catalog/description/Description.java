package kontor.catalog.description;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is read from an XML description (C-9); missing parts are null.
 *
 * @param productSize of the product itself
 * @param packageSize of one package
 * @param numberOfPackages packages of one piece
 */
public record Description(
        @Nullable Size productSize,
        @Nullable Size packageSize,
        @Nullable Integer numberOfPackages,
        @Nullable String recommendedAge,
        @Nullable String description) {

    /** Reads a text; refuses it as {@link BadDescription}. */
    public static Description of(String xml) {
        return new DescriptionReader(xml).read();
    }

    /** What one piece takes up when packed, in cubic metres; null while data is missing (C-10). */
    public @Nullable BigDecimal packageVolumeM3() {
        @Nullable BigDecimal one = packageSize == null ? null : packageSize.cubicMetres();
        return one == null || numberOfPackages == null ? null : one.multiply(BigDecimal.valueOf(numberOfPackages));
    }
}
