package kontor.importer;

import java.io.PrintStream;
import kontor.importer.calls.Progress;

/** How far the import is, on a line of its own per step; in a terminal the line counts up. */
final class ProgressLine implements Progress {

    private final PrintStream out;
    private final boolean isTerminal;
    private String what = "";
    private int rows;
    private int done;

    ProgressLine(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    @Override
    public void begin(String step, int count) {
        what = step;
        rows = count;
        done = 0;
        if (isTerminal || rows == 0) {
            show();
        }
    }

    @Override
    public void done(int more) {
        done += more;
        if (isTerminal || done == rows) {
            show();
        }
    }

    private void show() {
        out.print(
                "%s  %-10s %9d of %9d%s".formatted(isTerminal ? "\r" : "", what, done, rows, done == rows ? "\n" : ""));
        out.flush();
    }

    @Override
    public void say(String line) {
        out.print(line + "\n");
        out.flush();
    }
}
