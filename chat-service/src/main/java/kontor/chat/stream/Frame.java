package kontor.chat.stream;

import java.nio.charset.StandardCharsets;

/**
 * A piece of a stream as it is sent, shared by all streams that tell it.
 *
 * @param position place in the live log; the stream's reader has everything up to it once he has this
 * @param isBeat whether it tells nothing but that
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares frames, and nobody changes one.
record Frame(long position, boolean isBeat, byte[] bytes) {

    /**
     * An event. Its data is JSON, in which line ends are escaped, so no text can begin a line of its own.
     *
     * @param name what the reader's client dispatches by
     */
    static Frame event(long position, String name, String json) {
        return new Frame(position, false, utf8("id: %d\nevent: %s\ndata: %s\n\n".formatted(position, name, json)));
    }

    /** Moves the id on which the reader comes back; without data, clients dispatch nothing. */
    static Frame beat(long position) {
        return new Frame(position, true, utf8(": beat\nid: %d\n\n".formatted(position)));
    }

    /** Outside the log: it is told once and never repeated. */
    static byte[] aside(String name, String json) {
        return utf8("event: %s\ndata: %s\n\n".formatted(name, json));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
