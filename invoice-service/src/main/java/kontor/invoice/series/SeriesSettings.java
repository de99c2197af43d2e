package kontor.invoice.series;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How documents are numbered; one that could give a number twice keeps the service from starting.
 *
 * @param numberFormat with {@code {issuer}}, {@code {year}} and {@code {no:width}} (V-8)
 */
@ConfigurationProperties("kontor.invoice")
record SeriesSettings(
        @DefaultValue("{issuer}-{year}-{no:6}") String numberFormat) {

    SeriesSettings {
        new NumberFormat(numberFormat);
    }

    NumberFormat format() {
        return new NumberFormat(numberFormat);
    }
}
