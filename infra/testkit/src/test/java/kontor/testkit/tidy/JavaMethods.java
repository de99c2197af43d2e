package kontor.testkit.tidy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the methods of a source by its braces; close enough for a length. */
final class JavaMethods {

    /** Where it begins, and how many lines lie between its braces. */
    record Method(int line, int length) {}

    private record Block(boolean isType, boolean isMethod, int line) {}

    private static final Pattern TYPE =
            Pattern.compile("\\b(class|interface|record|enum|new)\\b(?!.*->)", Pattern.DOTALL);
    private static final Pattern SIGNATURE = Pattern.compile("\\)\\s*(throws [\\w.,\\s]+)?$");

    private final Deque<Block> open = new ArrayDeque<>();
    private final List<Method> methods = new ArrayList<>();
    private final StringBuilder header = new StringBuilder();
    private int line = 1;

    private JavaMethods() {}

    static List<Method> of(String source) {
        JavaMethods finder = new JavaMethods();
        JavaText.of(source).code().chars().forEach(letter -> finder.read((char) letter));
        return finder.methods;
    }

    private void read(char letter) {
        switch (letter) {
            case '{' -> open();
            case '}' -> close();
            case ';' -> header.setLength(0);
            default -> header.append(letter);
        }
        if (letter == '\n') {
            line++;
        }
    }

    private void open() {
        String before = header.toString().strip();
        boolean isType = TYPE.matcher(before).find();
        boolean isInType = !open.isEmpty() && open.peek().isType();
        open.push(new Block(
                isType, isInType && !isType && SIGNATURE.matcher(before).find(), line));
        header.setLength(0);
    }

    private void close() {
        header.setLength(0);
        Block closed = open.poll();
        if (closed != null && closed.isMethod()) {
            methods.add(new Method(closed.line(), line - closed.line() - 1));
        }
    }
}
