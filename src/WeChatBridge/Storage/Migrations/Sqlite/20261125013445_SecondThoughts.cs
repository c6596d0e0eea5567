using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondThoughts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts");

            migrationBuilder.DropIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings");

            migrationBuilder.DropIndex(
                name: "IX_Reviews_FollowsUpId",
                table: "Reviews");

            migrationBuilder.AddColumn<long>(
                name: "StruckAt",
                table: "WebsiteSendings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StruckBy",
                table: "WebsiteSendings",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StruckReason",
                table: "WebsiteSendings",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "AuthenticatorResetAt",
                table: "StaffMembers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AuthenticatorResetBy",
                table: "StaffMembers",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsComplete",
                table: "SendingRounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MadeAt",
                table: "SendingRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "SendingRounds",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<long>(
                name: "PublicationId",
                table: "SendingAttempts",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<long>(
                name: "PreviewId",
                table: "SendingAttempts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FollowsUpRound",
                table: "Reviews",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "EnteredBy",
                table: "Delegations",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueFrom",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PhonePreviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClaimedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhonePreviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PhonePreviews_Publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "Publications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OwnDrafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: true),
                    Sending = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PreviewId = table.Column<long>(type: "INTEGER", nullable: true),
                    Contents = table.Column<string>(type: "TEXT", maxLength: 520, nullable: false),
                    MediaId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OwnDrafts_PhonePreviews_PreviewId",
                        column: x => x.PreviewId,
                        principalTable: "PhonePreviews",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OwnDrafts_Publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "Publications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PreviewItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PreviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewItems_PhonePreviews_PreviewId",
                        column: x => x.PreviewId,
                        principalTable: "PhonePreviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PreviewItems_StoredFiles_ContentHash",
                        column: x => x.ContentHash,
                        principalTable: "StoredFiles",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PreviewRecipients",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PreviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WeChatName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ending = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewRecipients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewRecipients_PhonePreviews_PreviewId",
                        column: x => x.PreviewId,
                        principalTable: "PhonePreviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings",
                columns: new[] { "AccountKey", "Url" },
                unique: true,
                filter: "\"StruckAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SendingAttempts_PreviewId",
                table: "SendingAttempts",
                column: "PreviewId");

            migrationBuilder.CreateIndex(
                name: "IX_SendingAttempts_Step_BegunAt",
                table: "SendingAttempts",
                columns: new[] { "Step", "BegunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RulePictures_FileHash",
                table: "RulePictures",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_FollowsUpId_FollowsUpRound",
                table: "Reviews",
                columns: new[] { "FollowsUpId", "FollowsUpRound" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InboxParts_FileHash",
                table: "InboxParts",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_AccountKey_MediaId",
                table: "OwnDrafts",
                columns: new[] { "AccountKey", "MediaId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_PreviewId",
                table: "OwnDrafts",
                column: "PreviewId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_PublicationId",
                table: "OwnDrafts",
                column: "PublicationId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_State",
                table: "OwnDrafts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_PhonePreviews_AccountKey_AskedAt",
                table: "PhonePreviews",
                columns: new[] { "AccountKey", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PhonePreviews_PublicationId",
                table: "PhonePreviews",
                column: "PublicationId");

            migrationBuilder.CreateIndex(
                name: "IX_PhonePreviews_State",
                table: "PhonePreviews",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewItems_ContentHash",
                table: "PreviewItems",
                column: "ContentHash");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewItems_PreviewId_Position",
                table: "PreviewItems",
                columns: new[] { "PreviewId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PreviewItems_SubjectId_ContentHash",
                table: "PreviewItems",
                columns: new[] { "SubjectId", "ContentHash" });

            migrationBuilder.CreateIndex(
                name: "IX_PreviewRecipients_PreviewId_Position",
                table: "PreviewRecipients",
                columns: new[] { "PreviewId", "Position" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_InboxParts_StoredFiles_FileHash",
                table: "InboxParts",
                column: "FileHash",
                principalTable: "StoredFiles",
                principalColumn: "Hash",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RulePictures_StoredFiles_FileHash",
                table: "RulePictures",
                column: "FileHash",
                principalTable: "StoredFiles",
                principalColumn: "Hash",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SendingAttempts_PhonePreviews_PreviewId",
                table: "SendingAttempts",
                column: "PreviewId",
                principalTable: "PhonePreviews",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts",
                column: "PublicationId",
                principalTable: "Publications",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_InboxParts_StoredFiles_FileHash",
                table: "InboxParts");

            migrationBuilder.DropForeignKey(
                name: "FK_RulePictures_StoredFiles_FileHash",
                table: "RulePictures");

            migrationBuilder.DropForeignKey(
                name: "FK_SendingAttempts_PhonePreviews_PreviewId",
                table: "SendingAttempts");

            migrationBuilder.DropForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts");

            migrationBuilder.DropTable(
                name: "OwnDrafts");

            migrationBuilder.DropTable(
                name: "PreviewItems");

            migrationBuilder.DropTable(
                name: "PreviewRecipients");

            migrationBuilder.DropTable(
                name: "PhonePreviews");

            migrationBuilder.DropIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings");

            migrationBuilder.DropIndex(
                name: "IX_SendingAttempts_PreviewId",
                table: "SendingAttempts");

            migrationBuilder.DropIndex(
                name: "IX_SendingAttempts_Step_BegunAt",
                table: "SendingAttempts");

            migrationBuilder.DropIndex(
                name: "IX_RulePictures_FileHash",
                table: "RulePictures");

            migrationBuilder.DropIndex(
                name: "IX_Reviews_FollowsUpId_FollowsUpRound",
                table: "Reviews");

            migrationBuilder.DropIndex(
                name: "IX_InboxParts_FileHash",
                table: "InboxParts");

            migrationBuilder.DropColumn(
                name: "StruckAt",
                table: "WebsiteSendings");

            migrationBuilder.DropColumn(
                name: "StruckBy",
                table: "WebsiteSendings");

            migrationBuilder.DropColumn(
                name: "StruckReason",
                table: "WebsiteSendings");

            migrationBuilder.DropColumn(
                name: "AuthenticatorResetAt",
                table: "StaffMembers");

            migrationBuilder.DropColumn(
                name: "AuthenticatorResetBy",
                table: "StaffMembers");

            migrationBuilder.DropColumn(
                name: "IsComplete",
                table: "SendingRounds");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "SendingRounds");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "SendingRounds");

            migrationBuilder.DropColumn(
                name: "PreviewId",
                table: "SendingAttempts");

            migrationBuilder.DropColumn(
                name: "FollowsUpRound",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "Delegations");

            migrationBuilder.DropColumn(
                name: "DueFrom",
                table: "Articles");

            migrationBuilder.AlterColumn<long>(
                name: "PublicationId",
                table: "SendingAttempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebsiteSendings_AccountKey_Url",
                table: "WebsiteSendings",
                columns: new[] { "AccountKey", "Url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_FollowsUpId",
                table: "Reviews",
                column: "FollowsUpId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts",
                column: "PublicationId",
                principalTable: "Publications",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
