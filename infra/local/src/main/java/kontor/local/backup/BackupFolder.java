package kontor.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kontor.local.stack.Trees;

/** What one backup consists of, with a digest of every file; lines as {@code sha256sum} writes and checks them. */
record BackupFolder(Path root) {

    private static final String DIGESTS = "SHA256SUMS";
    private static final String BETWEEN = "  ";

    Path file(String name) {
        return root.resolve(name);
    }

    void write(String name, String text) throws IOException {
        try (OutputStream out = Trees.create(file(name))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The last file: a backup without it is none. */
    void seal() throws IOException {
        StringBuilder lines = new StringBuilder();
        digests()
                .forEach((name, digest) ->
                        lines.append(digest).append(BETWEEN).append(name).append('\n'));
        write(DIGESTS, lines.toString());
    }

    boolean isSealed() {
        return Files.exists(file(DIGESTS));
    }

    /** Names of the files that are not as they were written, not there, or not of this backup. */
    List<String> faults() throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (String line : Files.readAllLines(file(DIGESTS))) {
            int end = Math.max(0, line.indexOf(BETWEEN));
            written.put(line.substring(Math.min(line.length(), end + BETWEEN.length())), line.substring(0, end));
        }
        Map<String, String> found = digests();
        TreeSet<String> names = new TreeSet<>(written.keySet());
        names.addAll(found.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(written.get(name), found.get(name)))
                .toList();
    }

    private SortedMap<String, String> digests() throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : Trees.files(root)) {
            if (!file.toString().equals(DIGESTS)) {
                digests.put(file.toString(), digest(root.resolve(file)));
            }
        }
        return digests;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
