package kontor.catalog.description;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The size of a product or package as the description gives it.
 *
 * @param unit {@code cm} or {@code m}
 */
public record Size(
        @Nullable String unit,
        @Nullable BigDecimal width,
        @Nullable BigDecimal height,
        @Nullable BigDecimal depth) {

    private static final int CM3_IN_M3_DIGITS = 6;

    /** Null while a part is missing. */
    @Nullable
    BigDecimal cubicMetres() {
        if (unit == null || width == null || height == null || depth == null) {
            return null;
        }
        BigDecimal product = width.multiply(height).multiply(depth);
        return unit.equals("cm") ? product.movePointLeft(CM3_IN_M3_DIGITS) : product;
    }
}
