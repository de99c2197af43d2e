package kontor.chat.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Writes one stream until it ends. */
final class StreamWriter {

    /** How long a client waits before it comes back, in milliseconds. */
    private static final byte[] RETRY = Frame.utf8("retry: 1000\n\n");

    /** A beat for a reader who is ahead of this instance, whose id it must not move back. */
    private static final byte[] BARE_BEAT = Frame.utf8(": beat\n\n");

    private final OpenStream stream;
    private final OutputStream out;
    private long told;

    StreamWriter(OpenStream stream, OutputStream out) {
        this.stream = stream;
        this.out = out;
    }

    /** Sent at once, so that the client knows that it is heard, and knows an id before anything happens. */
    void open(Cue cue) throws IOException {
        told = cue.after();
        out.write(RETRY);
        if (cue.opening() != Cue.Opening.RESUMED) {
            String name = cue.opening().name().toLowerCase(Locale.ROOT);
            out.write(Frame.event(cue.after(), name, "{}").bytes());
        }
        out.flush();
    }

    /** What it missed while it was away, up to where it is told what happens now. */
    void repeat(LiveRows rows, long upTo) throws IOException {
        List<LiveRow> page;
        do {
            page = told < upTo && stream.ending() == null ? rows.missed(stream.memberId(), told, upTo) : List.of();
            for (LiveRow row : page) {
                write(row.frame());
            }
            out.flush();
        } while (page.size() == LiveRows.PAGE);
    }

    /** What happens now, until somebody ends it. */
    void follow() throws IOException, InterruptedException {
        for (List<Frame> frames = stream.take(); !frames.isEmpty(); frames = stream.take()) {
            for (Frame frame : frames) {
                write(frame);
            }
            out.flush();
        }
        out.write(Frame.aside("ended", "{\"reason\":\"%s\"}".formatted(stream.ending())));
        out.flush();
    }

    private void write(Frame frame) throws IOException {
        if (frame.position() > told || (frame.isBeat() && frame.position() == told)) {
            out.write(frame.bytes());
            told = frame.position();
        } else if (frame.isBeat()) {
            out.write(BARE_BEAT);
        }
    }
}
