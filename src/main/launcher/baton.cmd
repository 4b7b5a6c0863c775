@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts Baton on a JDK of 25 or newer: the one that built it, else JAVA_HOME, else java on PATH.
rem BATON_JAVA_OPTS are further options for java.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_EXE="
set "BUILT_WITH="
if exist "%HOME_DIR%\lib\jdk" set /p BUILT_WITH=<"%HOME_DIR%\lib\jdk"
if defined BUILT_WITH if exist "%BUILT_WITH%\bin\java.exe" set "JAVA_EXE=%BUILT_WITH%\bin\java.exe"
if not defined JAVA_EXE if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA_EXE call :try java
if not defined JAVA_EXE (
    echo baton: needs Java 25 or newer and found none: install a JDK 25 and point JAVA_HOME at it. 1>&2
    exit /b 2
)
set "DESK="
if "%~1"=="console" set DESK="@%HOME_DIR%\bin\desk.options"
"%JAVA_EXE%" "@%HOME_DIR%\bin\java.options" %DESK% %BATON_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" baton.Baton %*
exit /b %ERRORLEVEL%

rem Takes the named java when it exists and is new enough.
:try
set "MAJOR=0"
for /f "tokens=3" %%v in ('^""%~1" -version 2^>^&1 ^| findstr /c:" version "^"') do for /f "tokens=1 delims=.-" %%m in ("%%~v") do set "MAJOR=%%m"
if %MAJOR% GEQ 25 set "JAVA_EXE=%~1"
exit /b 0
