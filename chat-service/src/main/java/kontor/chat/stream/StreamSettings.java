package kontor.chat.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of streams (H-10).
 *
 * @param perMember how many a member may have open, on all instances together
 * @param perInstance how many one instance holds
 * @param beat how often a stream is heard of when nothing happens; below the silence that the gateway bears
 * @param waitingMax how many events may wait for a reader; a page of the log may come at once
 * @param waitingSizeMax how much they may be; 2,000 readers for whom all that waits fill no more than 512 MiB, and
 *     those of one conversation share it
 */
@Validated
@ConfigurationProperties("kontor.chat.stream")
record StreamSettings(
        @DefaultValue("5") @Min(1) @Max(100) int perMember,
        @DefaultValue("4000") @Min(1) int perInstance,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(seconds = 30)
        Duration beat,

        @DefaultValue("1024") @Min(1) int waitingMax,
        @DefaultValue("256KB") DataSize waitingSizeMax) {}
