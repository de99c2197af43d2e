package kontor.chat.stream;

import java.util.List;
import java.util.UUID;

/**
 * A row of the live log, made ready to be told.
 *
 * @param json what it tells
 * @param members to whom
 */
record LiveRow(long position, String name, String json, List<UUID> members) {

    Frame frame() {
        return Frame.event(position, name, json);
    }
}
