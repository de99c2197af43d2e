package kontor.chat.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
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
 * Serves a stream from its first byte to its last, in a virtual thread of its own, of which thousands may wait (ADR
 * 051). It is not that of the request, whose stack holds all filters and would have to be kept for each stream.
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
    void serve(
            UUID member,
            @Nullable String lastEventId,
            Duration goodFor,
            HttpServletRequest request,
            HttpServletResponse response) {
        OpenStream stream = streams.create(member, goodFor);
        // First of all: what happens from here on waits for the stream, however long the rest takes.
        long reached = fanOut.begin(stream);
        boolean isServed = false;
        try {
            admitting.admit(stream);
            Cue cue = Cue.of(lastEventId, rows.extent(), reached);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("Cache-Control", "no-store");
            // A proxy in front that gathers answers would keep back what is told.
            response.setHeader("X-Accel-Buffering", "no");
            // The filters write headers until the request has left them, so these go out before anybody else writes.
            response.flushBuffer();
            AsyncContext answer = request.startAsync();
            answer.setTimeout(0);
            Thread.ofVirtual().name("stream").start(() -> serve(stream, cue, reached, answer));
            isServed = true;
        } catch (IOException e) {
            LOG.debug("The reader of stream {} was gone before it began: {}", stream.id(), e.toString());
        } finally {
            if (!isServed) {
                giveBack(stream);
            }
        }
    }

    private void serve(OpenStream stream, Cue cue, long reached, AsyncContext answer) {
        try {
            tell(stream, cue, reached, answer);
        } finally {
            giveBack(stream);
            complete(answer);
        }
    }

    private void tell(OpenStream stream, Cue cue, long reached, AsyncContext answer) {
        try {
            StreamWriter writer = new StreamWriter(stream, answer.getResponse().getOutputStream());
            writer.open(cue);
            writer.repeat(rows, reached);
            writer.follow();
        } catch (IOException e) {
            LOG.debug("The reader of stream {} is gone: {}", stream.id(), e.toString());
        } catch (DataAccessException e) {
            // The answer has begun, so it can only end; the client comes back and goes on where it was.
            LOG.warn("Stream {} ends, because what it missed cannot be read: {}", stream.id(), e.toString());
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private static void complete(AsyncContext answer) {
        try {
            answer.complete();
        } catch (IllegalStateException e) {
            LOG.debug("The server has ended the answer already: {}", e.toString());
        }
    }

    private void giveBack(OpenStream stream) {
        streams.remove(stream);
        giveBackPlace(stream);
    }

    /** If that fails, the next look at the places does it. */
    private void giveBackPlace(OpenStream stream) {
        try {
            places.give(stream);
        } catch (DataAccessException e) {
            LOG.warn("The place of stream {} was not given back: {}", stream.id(), e.toString());
        }
    }
}
