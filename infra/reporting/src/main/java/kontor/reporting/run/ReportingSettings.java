package kontor.reporting.run;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How an instance takes part.
 *
 * @param kafka the brokers
 * @param application what all instances share: group of the consumers, first part of the names of internal topics
 * @param address host and port under which the other instances reach this one
 * @param folder local copies of the state, which may be lost
 * @param threads that read; more than the partitions of a topic are idle
 */
@Validated
@ConfigurationProperties("kontor.reporting")
record ReportingSettings(
        @NotBlank String kafka,
        @NotBlank String application,
        @NotBlank String address,
        @NotBlank String folder,
        @Min(1) int threads) {}
