package kontor.chat.stream;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance's places, and ends streams whose token is over or whose member has lost his right (H-10: within
 * 30 s).
 */
@Component
class StreamJob {

    private static final Logger LOG = LoggerFactory.getLogger(StreamJob.class);

    private final OpenStreams streams;
    private final StreamPlaces places;

    StreamJob(OpenStreams streams, StreamPlaces places) {
        this.streams = streams;
        this.places = places;
    }

    /** By itself: tokens end on time, however long the database lets the other look wait. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void lookAtTokens() {
        streams.endWithTokens();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            places.renew(streams.ids());
            streams.end(places.withoutRight(streams.members()), Ending.RIGHT_LOST);
        } catch (DataAccessException e) {
            LOG.warn("Places and rights of streams were not looked at: {}", e.toString());
        }
    }
}
