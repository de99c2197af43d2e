package kontor.invoice.paper;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Everything a PDF is made of, from its root. */
final class PdfTree {

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> left = new ArrayDeque<>();

    private PdfTree() {}

    /** Keys of all dictionaries, and all names given as values. */
    static Stream<COSName> names(PDDocument document) {
        PdfTree tree = new PdfTree();
        tree.add(document.getDocument().getTrailer());
        Stream.Builder<COSName> names = Stream.builder();
        while (!tree.left.isEmpty()) {
            tree.visit(tree.left.pop(), names);
        }
        return names.build();
    }

    private void visit(COSBase part, Stream.Builder<COSName> names) {
        switch (part) {
            case COSDictionary dictionary -> {
                dictionary.keySet().forEach(names::add);
                dictionary.getValues().forEach(this::add);
            }
            case COSArray array -> array.forEach(this::add);
            case COSObject reference -> add(reference.getObject());
            case COSName name -> names.add(name);
            default -> {} // numbers and texts lead nowhere
        }
    }

    private void add(@Nullable COSBase part) {
        if (part != null && (part instanceof COSName || seen.add(part))) {
            left.push(part);
        }
    }
}
