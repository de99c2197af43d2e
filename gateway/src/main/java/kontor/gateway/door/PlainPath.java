package kontor.gateway.door;

/**
 * Paths as this shop writes them: segments of letters, digits and {@code -_.~:@}. There is nothing to decode, so there
 * is no second reading of a path that could lead elsewhere than the first.
 */
final class PlainPath {

    private PlainPath() {}

    static boolean is(String rawPath) {
        if (rawPath.isEmpty() || rawPath.charAt(0) != '/') {
            return false;
        }
        int segment = 1;
        for (int i = 1; i <= rawPath.length(); i++) {
            if (i == rawPath.length() || rawPath.charAt(i) == '/') {
                boolean last = i == rawPath.length();
                if (!isSegment(rawPath, segment, i) && !(last && segment == i)) {
                    return false;
                }
                segment = i + 1;
            } else if (!isPlain(rawPath.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSegment(String path, int from, int to) {
        int length = to - from;
        boolean dots = length <= 2 && path.substring(from, to).equals("..".substring(0, length));
        return length > 0 && !dots;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.~:@".indexOf(c) >= 0;
    }
}
