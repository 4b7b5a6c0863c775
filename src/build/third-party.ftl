<#-- SPDX-License-Identifier: Apache-2.0 -->
# Libraries that ship with Baton: coordinates, licences (any one of them may be chosen), home page.
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
${library.groupId}:${library.artifactId}:${library.version} | ${entry.getValue()?join(" or ")} | ${library.url!"-"}
</#list>
