package kontor.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One limit, kept for each key apart. Bounded: a key that was quiet for long enough to have its full burst again is
 * forgotten, and beyond the maximum the ones used least go first, which can only be to their advantage.
 */
final class Limiter<K> {

    private final LimitSettings.Rate rate;
    private final Cache<K, Bucket> buckets;

    Limiter(LimitSettings.Rate rate, int rememberedMax) {
        this.rate = rate;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(rememberedMax)
                .expireAfterAccess(timeToFill(rate))
                .build();
    }

    /** Null if the call is within the limit, else how long to wait. */
    @Nullable
    Duration take(K key) {
        Bucket bucket = buckets.get(key, _ -> fullBucket());
        if (bucket.tryConsume(1)) {
            return null;
        }
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.calls(), rate.per()))
                .build();
    }

    private static Duration timeToFill(LimitSettings.Rate rate) {
        return rate.per().multipliedBy(rate.burst()).dividedBy(rate.calls()).plusSeconds(1);
    }
}
