/** Whether certificates would be accepted and sent, found out by the JDK's own means and explained step by step. */
package org.mtlsplayground.pki.path;
