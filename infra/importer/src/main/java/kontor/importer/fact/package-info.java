/** What happened at the shelf, as one stream in which nothing comes before what it needs. */
@NullMarked
package kontor.importer.fact;

import org.jspecify.annotations.NullMarked;
