package kontor.chat.stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a stream one of its member's places. */
@Component
class Admitting {

    private final StreamPlaces places;
    private final StreamSettings settings;

    Admitting(StreamPlaces places, StreamSettings settings) {
        this.places = places;
        this.settings = settings;
    }

    /** Refuses with {@code too-many-requests} when all are taken. */
    @Transactional
    public void admit(OpenStream stream) {
        places.lock(stream.memberId());
        if (places.taken(stream.memberId()) >= settings.perMember()) {
            throw new TooManyStreams(settings.perMember());
        }
        places.take(stream);
    }
}
