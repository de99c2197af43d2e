package kontor.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kontor.platform.rejection.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of pictures. All names are made here; no given one is ever a path. */
public final class PictureFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);
    private static final int NAME_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Path directory;

    /** @param directory every instance of a service must see the same one */
    public PictureFiles(Path directory) {
        try {
            this.directory = Files.createDirectories(directory.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once the file is durable, so that its row never points at nothing. */
    public String keep(Picture picture) {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        String filename = HexFormat.of().formatHex(name) + "." + picture.extension();
        try {
            write(directory.resolve(filename), picture.bytes());
            sync(directory);
            return filename;
        } catch (IOException e) {
            LOG.error("A picture could not be stored.", e);
            discard(filename);
            throw new Unavailable("Picture storage");
        }
    }

    public Optional<Path> find(String filename) {
        return Optional.of(directory.resolve(filename)).filter(Files::isRegularFile);
    }

    public void discard(String filename) {
        try {
            Files.deleteIfExists(directory.resolve(filename));
        } catch (IOException e) {
            LOG.warn("A file without row stays for the sweeper: {}", filename, e);
        }
    }

    /** All names, so many at a time. */
    public void inBatches(int size, Consumer<List<String>> action) {
        List<String> batch = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path file : all) {
                batch.add(String.valueOf(file.getFileName()));
                if (batch.size() == size) {
                    action.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        action.accept(List.copyOf(batch));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the new name durable too. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
