/** A shop that keeps to the contract of the import and answers from memory, over a real socket. */
@NullMarked
package kontor.importer.shop;

import org.jspecify.annotations.NullMarked;
