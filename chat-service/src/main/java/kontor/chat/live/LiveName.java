package kontor.chat.live;

import java.util.Locale;

/** What an event of a stream is about; in small letters it is the event's name there. */
public enum LiveName {
    MESSAGE,
    READ,
    JOINED,
    LEFT,
    CLOSED,
    NOTICE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
