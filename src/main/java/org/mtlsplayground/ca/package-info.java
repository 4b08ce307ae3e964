/** Issues certificates, sound ones and broken ones. */
package org.mtlsplayground.ca;
