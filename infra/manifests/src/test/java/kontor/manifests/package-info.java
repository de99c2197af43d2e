/** Whether the manifests are well formed, and whether they say what the architecture and the services' sources say. */
@NullMarked
package kontor.manifests;

import org.jspecify.annotations.NullMarked;
