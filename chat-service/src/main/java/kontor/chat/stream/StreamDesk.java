package kontor.chat.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Serves a stream from its first byte to its last, in the thread of its request; a virtual one, of which thousands may
 * wait (ADR 051).
 */
@Component
class StreamDesk {

    private static final Logger LOG = LoggerFactory.getLogger(StreamDesk.class);

    private final FanOut fanOut;
    private final OpenStreams streams;
    private final Admitting admitting;
    private final StreamPlaces places;
    private final LiveRows rows;

    StreamDesk(FanOut fanOut, OpenStreams streams, Admitting admitting, StreamPlaces places, LiveRows rows) {
        this.fanOut = fanOut;
        this.streams = streams;
        this.admitting = admitting;
        this.places = places;
        this.rows = rows;
    }

    /**
     * Refuses with {@code too-many-requests} beyond the member's number of streams, and with {@code unavailable} when
     * the instance holds all it can.
     */
    void serve(UUID member, @Nullable String lastEventId, Duration goodFor, HttpServletResponse response)
            throws IOException {
        OpenStream stream = streams.create(member);
        // First of all: what happens from here on waits for the stream, however long the rest takes.
        long reached = fanOut.begin(stream);
        try {
            admitting.admit(stream);
            try {
                Cue cue = Cue.of(lastEventId, rows.extent(), reached);
                response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
                response.setHeader("Cache-Control", "no-store");
                // A proxy in front that gathers answers would keep back what is told.
                response.setHeader("X-Accel-Buffering", "no");
                tell(stream, cue, reached, goodFor, response);
            } finally {
                giveBack(stream);
            }
        } finally {
            streams.remove(stream);
        }
    }

    private void tell(OpenStream stream, Cue cue, long reached, Duration goodFor, HttpServletResponse response)
            throws IOException {
        StreamWriter writer = new StreamWriter(stream, response.getOutputStream());
        try {
            writer.open(cue);
            writer.repeat(rows, reached);
            writer.follow(goodFor);
        } catch (IOException e) {
            LOG.debug("The reader of stream {} is gone: {}", stream.id(), e.toString());
        } catch (DataAccessException e) {
            // The answer has begun, so it can only end; the client comes back and goes on where it was.
            LOG.warn("Stream {} ends, because what it missed cannot be read: {}", stream.id(), e.toString());
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** If that fails, the next look at the places does it. */
    private void giveBack(OpenStream stream) {
        try {
            places.give(stream);
        } catch (DataAccessException e) {
            LOG.warn("The place of stream {} was not given back: {}", stream.id(), e.toString());
        }
    }
}
