package kontor.testkit.tidy;

import java.util.List;

/** A text file of the checkout; its path is relative to the root and has forward slashes. */
record TextFile(String path, String text) {

    List<String> lines() {
        return text.lines().toList();
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isScript() {
        return path.endsWith(".sh") || text.startsWith("#!");
    }

    boolean isMain() {
        return path.contains("src/main/");
    }

    /** Samples break rules on purpose. */
    boolean isSample() {
        return path.contains("/kontor/testkit/samples/");
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(0, end);
    }
}
